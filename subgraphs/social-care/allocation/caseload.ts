import type { Related } from '../../../platform/db/consequences.js';
import type { ChangedAllocation, ChildAllocation } from './allocation.repository.js';

/** By what an allocation is known in whatever list names it. */
export const factOf = ({ council, workerId, from }: ChildAllocation): string =>
  `allocation/${council}/${workerId}/${from}`;

const never = (one: Related): Related => ({ ...one, until: one.from });

const ofWorker = (one: ChildAllocation): Related => {
  const { childId, workerId, from, until } = one;
  return { childId, grantee: `person:${workerId}`, basis: 'CASELOAD', reference: factOf(one), from, until };
};

/** To the manager of the worker's team: by the allocation as well, so that it ends with it. */
const ofManager = (one: ChildAllocation, managerId: string | null): Related[] =>
  managerId === null ? [] : [{ ...ofWorker(one), grantee: `person:${managerId}`, reference: `${factOf(one)}/managed` }];

/** What an allocation opens while it holds; who managed it until now, and does no longer, sees the child by it no more. */
export function caseloads(one: ChangedAllocation): Related[] {
  const { managerId, formerManagerId } = one;
  const former = formerManagerId === managerId ? [] : ofManager(one, formerManagerId);
  return [ofWorker(one), ...ofManager(one, managerId), ...former.map(never)];
}

/** What an allocation that never was had opened. */
export function endedCaseloads(one: ChildAllocation): Related[] {
  return [ofWorker(one), ...ofManager(one, one.managerId)].map(never);
}
