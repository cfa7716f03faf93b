import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { Allocation } from './allocation.js';

/** The allocated worker as clients see one; social care's lead for the child. `asAt`: when a source last arrived. */
export function toWorker(allocation: Allocation, asAt: string | null): TeamMember {
  const { council, workerName, workerContact, team, from } = allocation;
  return {
    name: workerName ?? team ?? 'The allocated worker',
    role: team === null ? 'Social worker' : `Social worker, ${team}`,
    organisation: { id: council, name: null, kind: 'council' },
    lead: true,
    since: from,
    contact: workerContact,
    domain: Domain.SOCIAL_CARE,
    asAt,
  };
}
