import type { Permit } from '../../../platform/access/permit.js';
import type { SeenByKey } from '../../../platform/access/seen.js';
import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { NoticeMarkRow } from './notice-mark.row.js';
import { NoticeRow } from './notice.row.js';

const notice = Columns.of(NoticeRow).only('id', 'kind', 'fact', 'raisedAt', 'takenBackAt');
const mark = Columns.of(NoticeMarkRow).only('version', 'readAt', 'riskConsidered');
const made = Columns.of(NoticeMarkRow).without('readAt');

/** A notice as a read brings it back, with what the caller's own organisation last said of it. */
export interface StoredNotice extends RowOf<typeof notice> {
  readonly childId: string;
  readonly mark: RowOf<typeof mark> | null;
}

/** A notice, and where it stands in an inbox. */
export interface PlacedNotice extends StoredNotice {
  readonly place: string;
}

const lastMark = `(select ${mark.object('m')} from partnership.notice_mark m
    where m.notice_id = n.id order by m.version desc limit 1) as mark`;

// The unit was opened for the children of a page, each by the record that its notice stands under: of them more may be told than
// the page holds, which is left out afterwards.
const opened = {
  name: 'partnership_own_notices',
  text: `select k.asked as "childId", partnership.place_of_notice(n.raised_at, n.id) as place, ${notice.select('n')}, ${lastMark}
    from ctx.keys(ctx.opened()) k join partnership.notice n on n.child_id = k.held where k.asked = k.held`,
  parse: notice.parser<PlacedNotice>({ mark }),
};

const byId = {
  text: `select n.child_id as "childId", ${notice.select('n')}, ${lastMark} from partnership.notice n where n.id = $1`,
  parse: notice.parser<StoredNotice>({ mark }),
};

/** Notices in PostgreSQL, and what was said of each. */
export class NoticeRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /**
   * The next page of the caller's own, in no order: `own` opens the partnership's word of each child, `facts` the facts of
   * each domain, under whose own rules they stand.
   */
  async page(own: Permit, facts: readonly Permit[], page: string): Promise<SeenByKey<PlacedNotice>> {
    const keys = { kind: 'own-notices', keys: [page] };
    const whose = ({ place }: PlacedNotice, childOf: ReadonlyMap<string, string>) => childOf.get(place);
    const [seen] = await Promise.all([
      this.unit.readByKeys(own, keys, { ...opened, values: [] }, whose),
      ...facts.map((permit) => this.unit.readByKeys<PlacedNotice>(permit, keys, null, whose)),
    ]);
    return seen;
  }

  /** Null where there is none to be seen. */
  async byId(writing: Writing, id: string): Promise<StoredNotice | null> {
    const rows = await writing.query(byId.text, [id]);
    return rows.map(byId.parse)[0] ?? null;
  }

  /** Whether this was the next to be said of the notice: another may have said something first. */
  async mark(writing: Writing, said: RowOf<typeof made>): Promise<boolean> {
    const rows = await writing.query(
      `insert into partnership.notice_mark (read_at, ${made.names()})
       select ctx.now(), ${made.values('x')} from jsonb_to_recordset($1) x(${made.recordset})
       on conflict do nothing returning version`,
      [made.json([said])],
    );
    return rows.length > 0;
  }
}
