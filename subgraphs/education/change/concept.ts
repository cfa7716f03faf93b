import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { EducationHistoryRow } from './education-history.row.js';
import { ChangeFeedResolver } from './feed/change-feed.resolver.js';

/** What of education’s facts of a child changed: the partnership keeps a copy. */
export const change: Concept<EducationServices> = { rows: [EducationHistoryRow], resolvers: [ChangeFeedResolver] };
