import type { LookUp } from '../../../platform/db/look-up.js';
import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { LookRow } from './look.row.js';

const look = Columns.of(LookRow);
const whose = look.only('subject', 'organisation', 'role');
const times = look.only('before', 'last');

/** Whose look it is: in each role somebody sees other things. */
export type Looker = Readonly<Pick<LookRow, 'subject' | 'organisation' | 'role'>>;

/** The caller's own looks: row-level security shows no others. */
interface KeptLook extends Readonly<Pick<LookRow, 'before' | 'last'>> {
  /** Whether whoever asks now begins another look. */
  readonly over: boolean;
  /** Whether a minute has gone by since anything was noted. */
  readonly due: boolean;
}

/**
 * How far behind the clock a look is noted: longer than any read, and than any write of a copy, may take. What was not yet
 * there to be seen while somebody looked is told at the next look.
 */
const noted = `now() - interval '1 minute'`;
// Who asks again within half an hour is still looking.
const over = `${noted} > l.last + interval '30 minutes'`;

const own = {
  name: 'partnership_own_look',
  text: `select ${times.select('l')}, ${over} as over, ${noted} > l.last + interval '1 minute' as due
    from partnership.look l where (${whose.names('l')}) = ($1, $2, $3)`,
  parse: times.parser<KeptLook>(),
};

// Whoever comes first of two at once says when; the other finds that it was said. It never goes back.
const noting = `insert into partnership.look as l (last, ${whose.names()})
  select ${noted}, ${whose.values('x')} from jsonb_to_recordset($1) x(${whose.recordset})
  on conflict (${whose.names()}) do update
    set before = case when ${over} then l.last else l.before end, last = excluded.last
  where excluded.last > l.last`;

/** When somebody last looked at what changed. */
export class LookRepository {
  constructor(private readonly lookUp: LookUp) {}

  async kept({ subject, organisation, role }: Looker): Promise<KeptLook | null> {
    const [kept] = await this.lookUp<KeptLook>({ ...own, values: [subject, organisation, role] });
    return kept ?? null;
  }

  static async note(writing: Writing, who: Looker): Promise<void> {
    await writing.query(noting, [whose.json([who])]);
  }
}
