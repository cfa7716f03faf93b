import { type Cube, ownProvider, suppressed } from '../../../platform/access/cube.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { providerStaff } from '../../../platform/vocabulary/role-groups.js';

/** How many children are referred to health services, and what comes of it. */
export const referralsCube: Cube = {
  domain: Domain.HEALTH,
  name: 'referrals',
  field: 'Query.referrals',
  dimensions: ['service', 'source of referral', 'age', 'sex', 'ethnicity'],
  measures: ['referrals received', 'accepted', 'redirected', 'rejected', 'median days until the referrer was told'],
  version: 'referrals-2026-11',
  rules: [
    ownProvider(...providerStaff)
      .for('DIRECT_CARE')
      .because('Your provider received these referrals.'),
    suppressed('commissioner', 'analyst', 'send-officer')
      .for('SERVICE_PLANNING')
      .because('You plan services, for which no child has to be known.'),
  ],
};
