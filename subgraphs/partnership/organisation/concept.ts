import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { OrganisationRow } from './organisation.row.js';
import { ViewerResolver } from './viewer.resolver.js';

/** The bodies that work with children, and who one is oneself. */
export const organisation: Concept<PartnershipServices> = {
  rows: [OrganisationRow],
  resolvers: [ViewerResolver],
  // Who one is oneself.
  openFields: [
    'Organisation.id',
    'Organisation.kind',
    'Organisation.name',
    'Query.me',
    'Viewer.name',
    'Viewer.organisation',
    'Viewer.purposes',
    'Viewer.role',
  ],
};
