import type { Concept } from '../../../platform/subgraph/concept.js';
import type { HealthServices } from '../context.js';
import { ChangeFeedResolver } from './feed/change-feed.resolver.js';

/** What of health's facts of a child changed: the partnership keeps a copy. */
export const change: Concept<HealthServices> = { resolvers: [ChangeFeedResolver] };
