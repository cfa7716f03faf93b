import { type Cube, suppressed, wholeGroup } from '../../../../platform/access/cube.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';

/** How many Personal Education Plans of a term are done. An adviser has the plans themselves. */
export const pepComplianceCube: Cube = {
  domain: Domain.VIRTUAL_SCHOOL,
  name: 'pep_compliance',
  field: 'Query.pepCompliance',
  dimensions: [],
  measures: ['children with a plan to be made', 'completed plans, and their percent', 'overdue plans', 'quality'],
  version: 'pep-compliance-2026-11',
  rules: [
    wholeGroup('virtual-school-head')
      .for('VIRTUAL_SCHOOL_DUTY')
      .because('You answer for the education of every looked-after child.'),
    suppressed('commissioner', 'analyst', 'send-officer')
      .for('SERVICE_PLANNING')
      .because('You plan services, for which no child has to be known.'),
  ],
};
