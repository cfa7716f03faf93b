import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { OrganisationRepository } from './organisation.repository.js';
import type { Viewer } from './viewer.type.js';

/** Who is asking. */
export class ViewerService {
  constructor(
    private readonly scope: RequestScope,
    private readonly organisations: OrganisationRepository,
  ) {}

  async me(): Promise<Viewer> {
    const { name, role, org, purposes } = this.scope.caller.claims;
    const known = await this.organisations.byId(org);
    return { name, role, organisation: known ?? { id: org, name: null, kind: null }, purposes: [...purposes] };
  }
}
