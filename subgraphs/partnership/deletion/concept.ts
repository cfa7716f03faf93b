import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { deletionsSource } from './source/source.js';

/** A record that its source asks to be deleted. */
export const deletion: Concept<PartnershipServices> = {
  ingest: (area) => [deletionsSource(area)],
};
