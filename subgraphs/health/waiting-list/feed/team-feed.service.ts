import { groupBy } from '../../../../platform/record/batch.js';
import { feed } from '../../../../platform/record/feed.js';
import type { RequestScope } from '../../../../platform/subgraph/manifest.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../../platform/vocabulary/team-member.js';
import type { StoredClinician, TeamFeedRepository } from './team-feed.repository.js';
import type { HealthTeam } from './team-feed.type.js';

/** The audited internal feed of who in health works with a child: for system callers alone, by key. */
export class TeamFeedService {
  readonly of: (children: readonly string[]) => Promise<HealthTeam[]>;

  constructor(scope: RequestScope, clinicians: TeamFeedRepository) {
    this.of = feed(scope, {
      ...{ holder: Domain.HEALTH, tier: 'T3', operation: 'team-feed' },
      read: (permit, ids) => clinicians.ofChildren(permit, ids),
      answer: (rows, childId, asAt) => ({ childId, members: onceEach(rows).map((row) => memberOf(row, asAt)) }),
    });
  }
}

/** Who holds several referrals of a child works with the child once, since the first of them. */
function onceEach(rows: readonly StoredClinician[]): StoredClinician[] {
  const whoOf = (row: StoredClinician): string =>
    row.unnamed ? 'unnamed' : [row.providerOds, row.service, row.clinicianName].join('|');
  return [...groupBy(rows, whoOf).values()].flatMap(([first]) => first ?? []);
}

function memberOf(row: StoredClinician, asAt: string | null): TeamMember {
  const told = { lead: false, since: row.receivedOn, contact: null, domain: Domain.HEALTH, asAt };
  // Told on to everybody who may know of a wait: of a service that is not named, that there is one.
  if (row.unnamed) return { ...told, name: 'A health service', role: 'health service', organisation: null };
  return {
    ...told,
    name: row.clinicianName ?? row.providerName ?? row.providerOds,
    role: `${row.service} service`,
    organisation: { id: row.providerOds, name: row.providerName, kind: 'health provider' },
  };
}
