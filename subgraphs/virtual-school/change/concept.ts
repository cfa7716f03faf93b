import type { Concept } from '../../../platform/subgraph/concept.js';
import type { VirtualSchoolServices } from '../context.js';
import { VirtualSchoolHistoryRow } from './virtual-school-history.row.js';
import { ChangeFeedResolver } from './feed/change-feed.resolver.js';

/** What of the virtual school’s facts of a child changed: the partnership keeps a copy. */
export const change: Concept<VirtualSchoolServices> = {
  rows: [VirtualSchoolHistoryRow],
  resolvers: [ChangeFeedResolver],
};
