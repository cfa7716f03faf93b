import type { Concept } from '../../../platform/subgraph/concept.js';
import type { EducationServices } from '../context.js';
import { NoticeFeedResolver } from './feed/notice-feed.resolver.js';

/** Of which of education's facts somebody must be told: the partnership keeps the notices. */
export const notice: Concept<EducationServices> = { resolvers: [NoticeFeedResolver] };
