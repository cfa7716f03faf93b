import type { Concept } from '../../../platform/subgraph/concept.js';
import type { PartnershipServices } from '../context.js';
import { MeetingPackResolver } from './meeting-pack.resolver.js';

/** What everybody who is to be at a meeting of the team around a school may see. */
export const meetingPack: Concept<PartnershipServices> = { resolvers: [MeetingPackResolver] };
