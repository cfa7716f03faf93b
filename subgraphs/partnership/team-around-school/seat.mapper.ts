import { Domain } from '../../../platform/vocabulary/domain.js';
import { isAmong } from '../../../platform/vocabulary/role-groups.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';
import type { StoredSeat } from './team-member.repository.js';

/** A seat as clients see it. Every field is named: a new column is never shown by accident. */
export function toSeat(stored: StoredSeat): TeamMember {
  const { organisationId: id, organisationName: name, organisationKind: kind } = stored;
  return {
    name: stored.name ?? stored.subject,
    role: stored.role,
    organisation: id === null ? null : { id, name, kind },
    lead: isAmong(stored.role, ['team-around-school-lead']),
    since: stored.since,
    contact: null,
    domain: Domain.PARTNERSHIP,
    asAt: null,
  };
}
