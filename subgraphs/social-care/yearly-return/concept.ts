import type { Concept } from '../../../platform/subgraph/concept.js';
import type { SocialCareServices } from '../context.js';
import { yearlyReturnSources } from './source/sources.js';
import { YearlyReturnRow } from './yearly-return.row.js';

/** What each year’s returns said of a child: statuses, plans and deaths follow from it. */
export const yearlyReturn: Concept<SocialCareServices> = {
  rows: [YearlyReturnRow],
  ingest: yearlyReturnSources,
};
