import type { Writing } from '../../../../platform/db/write-unit.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { type ChildAllocation, keepAllocations } from '../../allocation/allocation.repository.js';
import { caseloads, endedCaseloads, factOf } from '../../allocation/caseload.js';
import { refreshPresence } from '../../involvement/refresh-presence.repository.js';
import type { AllocationFact } from './fact.js';

/**
 * Writes allocations. Each puts the child on the caseload of the worker, and of the manager of the worker's team, for as
 * long as it holds; one that is put right or taken back ends at once what it opened. What was taken back counts as written.
 */
export async function write(writing: Writing, records: readonly ResolvedRecord<AllocationFact>[]): Promise<Written> {
  const given = records.flatMap(({ childId, facts }) =>
    childId === null ? [] : facts.map((fact) => allocationOf(childId, fact)),
  );
  const { changed, gone } = await keepAllocations(writing, given);
  await writing.relate('T3', [...gone.flatMap(endedCaseloads), ...changed.flatMap(caseloads)]);
  const touched = [...new Set([...gone, ...changed].map(({ childId }) => childId))];
  await refreshPresence(writing, touched);
  await writing.emit('allocation-changed', touched);
  const names = new Set(gone.map(nameOf));
  const takenBack = given.filter((one) => one.until === one.from && names.has(nameOf(one)));
  return { written: changed.length + gone.length, unchanged: given.length - changed.length - takenBack.length };
}

function allocationOf(childId: string, fact: AllocationFact): ChildAllocation {
  const { council, workerId, workerName, workerContact, role, team, managerId, from, until } = fact;
  return { childId, council, workerId, workerName, workerContact, role, team, managerId, from, until };
}

const nameOf = (one: ChildAllocation): string => `${one.childId} ${factOf(one)}`;
