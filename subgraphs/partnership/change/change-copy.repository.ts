import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { always, ChangeFact } from '../../../platform/vocabulary/change-fact.js';
import { ChangeRow } from './change.row.js';
import type { ChangeSource } from './change-source.js';

const told = Columns.of(ChangeRow).without('id', 'heardAt');

const taking = `
  delete from partnership.change c where c.domain = $1 and c.tier = $2 and c.child_id in (select held from ctx.keys($3))
    and (c.child_id, c.change_key) not in (
      select x."childId", x."changeKey" from jsonb_to_recordset($4) x("childId" uuid, "changeKey" text))`;

// A change that is told late is told all the same: it is new here from now on. One from before the outbox forgets comes of
// everything being told anew, and nobody is to take it for news.
const putting = `insert into partnership.change as held (heard_at, ${told.names()})
  select case when x."at" > clock_timestamp() - interval '30 days' then clock_timestamp() else x."at" end, ${told.values('x')}
  from jsonb_to_recordset($1) x(${told.recordset})
  on conflict (child_id, domain, change_key) do update set ${told.parted().rest?.renewal ?? ''}`;

/** A change as it is to be kept; `teamUrn`: see `OwnChange`. */
type KeptChange = Omit<ChangeFact, keyof typeof always> &
  Partial<Pick<ChangeFact, keyof typeof always>> & { readonly teamUrn?: string | null };

/** Writes the copy of what changed. */
export class ChangeCopyRepository {
  /**
   * Puts what a domain tells now of these children in the place of what it told before. Each stands under the record it is
   * of, so that records that are linked or parted take theirs along. What is told again is not written again.
   */
  async bringUpToDate(
    writing: Writing,
    { domain, tier }: Pick<ChangeSource, 'domain' | 'tier'>,
    children: readonly string[],
    facts: readonly KeptChange[],
  ): Promise<void> {
    const rows = told.json(
      facts.map(({ teamUrn = null, toldFrom = null, toldUntil = null, ...one }) => ({
        ...{
          childId: one.recordId,
          domain,
          tier,
          changeKey: one.key,
          facet: one.facet,
          teamUrn,
          toldFrom,
          toldUntil,
          at: one.at,
        },
        ...{ what: one.what, was: one.from, became: one.to, toldBy: one.by },
      })),
    );
    await writing.query(taking, [domain, tier, children, rows]);
    await writing.query(putting, [rows]);
  }
}
