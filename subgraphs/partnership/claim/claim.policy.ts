import { byAgreement, byLaw, mayChange } from '../../../platform/access/allow.js';
import { everyNumber } from '../../../platform/vocabulary/facet.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { claimants, reviewing } from '../child/claimants.policy.js';

const newCases = 'Your work is to take on new cases.';
const apart = 'Your work is to part children who were taken for one.';

/**
 * Who may take a child on as a new case, and by which kinds of number they may name the child: no tier of the child's
 * record is changed by it. Whoever parts records of two children, which may be of any agency, has been told any of their
 * numbers, and the date of birth with it. Source: access.md, "Relationships are data".
 */
export const claimPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-claim-2026-11.2',
  rules: mayChange('EXISTENCE', [
    ...claimants({
      law: byLaw('SELF_CLAIMED').because(newCases),
      agreement: byAgreement('SELF_CLAIMED').because(newCases),
    }),
    reviewing(byLaw('SELF_CLAIMED').because(apart)).with(everyNumber),
  ]),
};
