import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import type { Writing } from '../../../../platform/db/write-unit.js';
import { ToldSuspensionRepository } from '../told-suspension.repository.js';
import type { SuspensionFact } from './fact.js';
import { planSuspensions } from './plan.js';

/** Writes what schools tell of suspensions; the same again writes nothing. */
export async function writeSuspensions(
  writing: Writing,
  records: readonly ResolvedRecord<SuspensionFact>[],
): Promise<Written> {
  const told = records.flatMap(({ childId, facts }) =>
    childId === null ? [] : facts.map((fact) => ({ childId, fact })),
  );
  const suspensions = new ToldSuspensionRepository(writing);
  const now = await suspensions.begin();
  const standing = await suspensions.standing([...new Set(told.map(({ childId }) => childId))]);
  const { superseded, added } = planSuspensions(standing, told, now);
  await suspensions.supersede(superseded, now, added);
  await writing.emit(
    'suspension-changed',
    added.map(({ childId }) => childId),
  );
  return { written: added.length, unchanged: told.length - added.length };
}
