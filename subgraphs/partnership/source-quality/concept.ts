import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { qualityFeed } from './quality-feed.js';
import { RejectedLineRow } from './rejected-line.row.js';
import { SourceQualityResolver } from './source-quality.resolver.js';
import { SourceQualityRow } from './source-quality.row.js';

/** What came of the files of every domain's sources. */
export const sourceQuality: Concept<PartnershipServices> = {
  rows: [SourceQualityRow, RejectedLineRow],
  resolvers: [SourceQualityResolver],
  consumers: [qualityFeed],
};
