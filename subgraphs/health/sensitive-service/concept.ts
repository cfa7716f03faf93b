import type { Concept } from '../../../platform/subgraph/concept.js';
import type { HealthServices } from '../context.js';
import { SensitiveServiceRow } from './sensitive-service.row.js';
import { sensitiveServiceSource } from './source/source.js';

/** Which services are not named outside health. */
export const sensitiveService: Concept<HealthServices> = {
  rows: [SensitiveServiceRow],
  ingest: () => [sensitiveServiceSource],
};
