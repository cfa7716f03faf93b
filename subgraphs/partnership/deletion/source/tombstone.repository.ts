import type { Writing } from '../../../../platform/db/write-unit.js';
import type { DeletionFact } from './fact.js';

/** Notes why records were deleted, on what is left of them: of two reasons, the one given first. */
export async function noteReasons(writing: Writing, facts: readonly DeletionFact[]): Promise<void> {
  await writing.query(
    `update partnership.source_record s set deleted_because = x.reason
     from (select distinct on (source, "sourceKey") * from jsonb_to_recordset($1) g(ordinal int, source text, "sourceKey" text, reason text)
       order by source, "sourceKey", ordinal) x
     where s.source = x.source and x."sourceKey" in (s.source_key, s.number) and s.deleted_on is not null and s.deleted_because is null`,
    [JSON.stringify(facts.map((fact, ordinal) => ({ ...fact, ordinal })))],
  );
}
