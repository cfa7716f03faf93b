import { subgraphOf } from '../../platform/subgraph/subgraph-of.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { allocation } from './allocation/concept.js';
import { attention } from './attention/concept.js';
import { caseList } from './case-list/concept.js';
import { change } from './change/concept.js';
import { child } from './child/concept.js';
import { socialCareServices } from './context.js';
import { death } from './death/concept.js';
import { involvement } from './involvement/concept.js';
import { plan } from './plan/concept.js';
import { yearlyReturn } from './yearly-return/concept.js';

/** Social care: involvement over time, allocated workers, plans. */
export const subgraph = subgraphOf({
  domain: Domain.SOCIAL_CARE,
  services: socialCareServices,
  concepts: [child, allocation, plan, involvement, attention, change, death, caseList, yearlyReturn],
});
