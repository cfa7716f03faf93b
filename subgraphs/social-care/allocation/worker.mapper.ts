import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import type { Allocation } from './allocation.js';

/** What each is to the child, in words: nobody is called a social worker who is none. */
const inWords: Readonly<Record<WorkerRole, string>> = {
  [WorkerRole.SOCIAL_WORKER]: 'Social worker',
  [WorkerRole.FAMILY_HELP_LEAD]: 'Family Help lead practitioner',
  [WorkerRole.PERSONAL_ADVISER]: 'Personal adviser',
  [WorkerRole.OTHER]: 'Worker in social care',
};

/** An allocated worker as clients see one, who may lead for social care. `asAt`: when a source last arrived. */
export function toWorker(allocation: Allocation, asAt: string | null): TeamMember {
  const { council, workerName, workerContact, role, team, from, until } = allocation;
  return {
    name: workerName ?? team ?? 'The allocated worker',
    role: team === null ? inWords[role] : `${inWords[role]}, ${team}`,
    organisation: { id: council, name: null, kind: 'council' },
    lead: true,
    since: from,
    until,
    contact: workerContact,
    domain: Domain.SOCIAL_CARE,
    asAt,
  };
}
