import { subgraphOf } from '../../platform/subgraph/subgraph-of.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { attention } from './attention/concept.js';
import { change } from './change/concept.js';
import { child } from './child/concept.js';
import { healthServices } from './context.js';
import { referrals } from './referrals/concept.js';
import { sensitiveService } from './sensitive-service/concept.js';
import { waitingList } from './waiting-list/concept.js';
import { waitingTimes } from './waiting-times/concept.js';

/** Health: services, referrals and waiting lists. */
export const subgraph = subgraphOf({
  domain: Domain.HEALTH,
  services: healthServices,
  concepts: [child, sensitiveService, waitingList, waitingTimes, referrals, attention, change],
});
