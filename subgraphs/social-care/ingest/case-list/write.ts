import type { EntityManager } from 'typeorm';
import { emit, relate } from '../../../../platform/db/consequences.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { type ChildAllocation, keepAllocations } from '../../allocation/allocation.repository.js';
import { refreshPresence } from '../../involvement/refresh-presence.repository.js';
import type { AllocationFact } from './fact.js';

/** Writes allocations. Each puts the child on the worker's caseload for as long as it holds. */
export async function write(
  manager: EntityManager,
  records: readonly ResolvedRecord<AllocationFact>[],
): Promise<Written> {
  const given = records.flatMap(({ childId, facts }) =>
    childId === null ? [] : facts.map((fact) => allocationOf(childId, fact)),
  );
  const changed = await keepAllocations(manager, given);
  await relate(manager, Domain.SOCIAL_CARE, 'T3', changed.map(caseloadOf));
  const touched = [...new Set(changed.map(({ childId }) => childId))];
  await refreshPresence(manager, touched);
  await emit(manager, Domain.SOCIAL_CARE, 'allocation-changed', touched);
  return { written: changed.length, unchanged: given.length - changed.length };
}

function allocationOf(childId: string, fact: AllocationFact): ChildAllocation {
  const { council, workerId, workerName, workerContact, team, from, until } = fact;
  return { childId, council, workerId, workerName, workerContact, team, from, until };
}

function caseloadOf({ childId, council, workerId, from, until }: ChildAllocation) {
  const reference = `allocation/${council}/${workerId}/${from}`;
  return { childId, grantee: `person:${workerId}`, basis: 'CASELOAD', reference, from, until } as const;
}
