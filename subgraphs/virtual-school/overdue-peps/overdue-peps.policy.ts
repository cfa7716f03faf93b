import type { Policy } from '../../../platform/access/rule.js';
import { virtualSchoolPolicy } from '../virtual-school.policy.js';

/** Who goes through the plans of all looked-after children: those to whom that duty itself opens them. */
export const overduePepsPolicy: Policy = {
  ...virtualSchoolPolicy,
  rules: virtualSchoolPolicy.rules
    .filter(({ through }) => through.includes('LOOKED_AFTER_DUTY'))
    .map((rule) => ({ ...rule, through: ['LOOKED_AFTER_DUTY'] })),
};
