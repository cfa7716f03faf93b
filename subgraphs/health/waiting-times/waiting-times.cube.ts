import { type Cube, ownProvider, suppressed } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { providerStaff } from '../../../platform/vocabulary/role-groups.js';

/** How many children wait for health services, and for how long. */
export const waitingTimesCube: Cube = {
  domain: Domain.HEALTH,
  name: 'waiting_times',
  field: 'Query.waitingTimes',
  dimensions: ['service', 'band', 'status', 'provider'],
  measures: ['children waiting', 'median and 92nd percentile of their waits'],
  version: 'waiting-times-2026-11.2',
  rules: [
    ownProvider(...providerStaff)
      .for('DIRECT_CARE')
      .because('Your provider keeps these waiting lists.'),
    suppressed('commissioner', 'analyst', 'send-officer')
      .for('SERVICE_PLANNING')
      .because('You plan services, for which no child has to be known.'),
  ],
};
