import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { FormerVersionRow } from './former-version.row.js';
import type { Forgotten, Resolution } from './resolution.js';

/** The reviews that suggest one of these ids: they are about other children too, whom the unit is to be opened for. */
export async function reviewsSuggesting(writing: Writing, gone: readonly Forgotten[]): Promise<string[]> {
  if (gone.length === 0) return [];
  const rows: { id: string }[] = await writing.query(
    'select distinct review_id as id from partnership.match_candidate where child_id = any ($1::uuid[])',
    [gone.map(({ childId }) => childId)],
  );
  return rows.map(({ id }) => id);
}

const record = Columns.of(FormerVersionRow).only('childId', 'source', 'sourceKey');

/**
 * Takes away what is kept beside records that their sources asked to be deleted, after the records themselves were
 * emptied: what they said before, their numbers where no other record under the id says them too, the open reviews of
 * them, and whoever was related to an id that nothing is held of any more.
 */
export async function forgetRecords(
  writing: Writing,
  { versions, forgotten }: Pick<Resolution, 'versions' | 'forgotten'>,
): Promise<void> {
  const deleted = versions.filter(({ deletedOn }) => deletedOn !== null);
  if (deleted.length === 0) return;
  await writing.query(
    `delete from partnership.former_version f using jsonb_to_recordset($1) x(${record.recordset})
     where (${record.names('f')}) = (${record.values('x')})`,
    [record.json(deleted)],
  );
  await writing.query(
    `delete from partnership.identifier i where i.child_id = any ($1::uuid[]) and not exists (
       select from partnership.source_record s where s.child_id = i.child_id
         and s.identifiers @> jsonb_build_array(jsonb_build_object('type', i.type, 'value', i.value)))`,
    [deleted.map(({ childId }) => childId)],
  );
  if (forgotten.length === 0) return;
  await forgetReviews(writing, forgotten);
  await writing.query(`select access.forget('T3', $1::uuid[])`, [forgotten.map(({ childId }) => childId)]);
}

/** Where a review suggests a forgotten id, it suggests the rest of that child instead; or nobody, and is off the queue. */
async function forgetReviews(writing: Writing, forgotten: readonly Forgotten[]): Promise<void> {
  const gone = JSON.stringify(forgotten);
  await writing.query(
    `delete from partnership.match_review r using jsonb_to_recordset($1) x("childId" uuid)
     where r.child_id = x."childId" and r.state = 'OPEN'`,
    [gone],
  );
  const moved: { id: string }[] = await writing.query(
    `with suggested as (
       delete from partnership.match_candidate c using jsonb_to_recordset($1) x("childId" uuid, "outOf" uuid), partnership.match_review r
       where c.child_id = x."childId" and r.id = c.review_id and r.state = 'OPEN'
       returning c.review_id, x."outOf" as child_id, c.score, c.evidence),
     rest as (
       insert into partnership.match_candidate (review_id, child_id, score, evidence)
       select distinct on (review_id, child_id) review_id, child_id, score, evidence from suggested
       where child_id is not null order by review_id, child_id, score desc
       on conflict (review_id, child_id) do nothing)
     select distinct review_id as id from suggested`,
    [gone],
  );
  await writing.query(
    `delete from partnership.match_review r where r.id = any ($1::uuid[]) and r.state = 'OPEN'
       and not exists (select from partnership.match_candidate c where c.review_id = r.id)`,
    [moved.map(({ id }) => id)],
  );
}
