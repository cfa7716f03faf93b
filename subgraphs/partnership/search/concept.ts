import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { SearchEntryRow } from './search-entry.row.js';
import { SearchResolver } from './search.resolver.js';

/** Children found by what somebody remembers of them. */
export const search: Concept<PartnershipServices> = {
  rows: [SearchEntryRow],
  resolvers: [SearchResolver],
};
