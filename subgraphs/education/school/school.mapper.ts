import type { School } from './school.type.js';
import type { StoredSchool } from './stored-school.js';

/** A school as clients see it. A roll may name a school that the register does not have yet. */
export function toSchool(stored: StoredSchool): School {
  return {
    urn: stored.urn,
    name: stored.name ?? `URN ${stored.urn}`,
    phase: stored.phase,
    type: stored.type,
    localAuthority: stored.localAuthorityName,
  };
}
