import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { AttentionFacts } from '../../../platform/vocabulary/attention-fact.js';
import { AttentionFactRow } from './attention-fact.row.js';
import type { AttentionSource } from './attention-source.js';

const fact = Columns.of(AttentionFactRow);

const taking = `
  delete from partnership.attention_fact f where f.domain = $1 and f.besides is not distinct from $4 and f.child_id in (select held from ctx.keys($2))
    and (f.child_id, f.fact_key) not in (
      select x."childId", x."factKey" from jsonb_to_recordset($3) x("childId" uuid, "factKey" text))`;

const putting = `${fact.insertion} on conflict (child_id, domain, fact_key) do update set ${fact.parted().rest?.renewal ?? ''}`;

/** Writes the copy of what needs attention. */
export class AttentionCopyRepository {
  /**
   * Puts what a source says now of these children in the place of what it said before, whichever of a child's ids that is
   * kept under. What it says again is not written again.
   */
  async bringUpToDate(
    writing: Writing,
    source: AttentionSource,
    children: readonly string[],
    told: readonly AttentionFacts[],
  ): Promise<void> {
    const { domain, tier } = source;
    const besides = source.besides?.domain ?? null;
    const rows = fact.json(
      told.flatMap(({ childId, facts }) =>
        // Two records of one child may tell of the same.
        [...new Map(facts.map((one) => [one.key, one])).values()].map(({ key: factKey, ...one }) => ({
          ...{ ...one, childId, domain, tier, besides, factKey },
        })),
      ),
    );
    await writing.query(taking, [domain, children, rows, besides]);
    await writing.query(putting, [rows]);
  }
}
