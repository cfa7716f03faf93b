import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { caseListSource } from './source/source.js';

/** What the council tells each night of who works with whom. */
export const caseList: Concept<SocialCareServices> = {
  bases: ['CASELOAD'],
  ingest: () => [caseListSource],
};
