import { describe, expect, it } from '@jest/globals';
import { Domain } from '../vocabulary/domain.js';
import { type Cube, entitlementTo, ownSchool, rulingsOf, suppressed, wholeGroup } from './cube.js';

const cube: Cube = {
  domain: Domain.HEALTH,
  name: 'examples',
  field: 'Query.examples',
  dimensions: ['WEEK'],
  measures: ['children'],
  version: 'test-1',
  rules: [
    wholeGroup('virtual-school-head').for('VIRTUAL_SCHOOL_DUTY').because('The head leads.'),
    ownSchool('headteacher').for('TEAM_AROUND_SCHOOL').because('It is the school’s own.'),
    suppressed('commissioner', 'headteacher').for('SERVICE_PLANNING', 'TEAM_AROUND_SCHOOL').because('To plan.'),
  ],
};

describe('who is told figures of groups', () => {
  it.each([
    ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'WHOLE'],
    ['virtual-school-head', 'SERVICE_PLANNING', null],
    ['headteacher', 'TEAM_AROUND_SCHOOL', 'OWN_SCHOOL'],
    ['headteacher', 'SERVICE_PLANNING', 'SUPPRESSED'],
    ['commissioner', 'SERVICE_PLANNING', 'SUPPRESSED'],
    ['senco', 'SERVICE_PLANNING', null],
    ['nobody we know', 'SERVICE_PLANNING', null],
  ] as const)('%s for %s: %s', (role, purpose, entitled) => {
    expect(entitlementTo(cube, { role, purpose })).toBe(entitled);
  });

  it('is one ruling a role and purpose, as the cube itself would decide', () => {
    const rulings = rulingsOf(cube);
    expect(rulings).toHaveLength(5);
    for (const { role, purpose, entitled, ...rest } of rulings) {
      expect(entitlementTo(cube, { role, purpose })).toBe(entitled);
      expect(rest).toMatchObject({ domain: 'HEALTH', cube: 'examples', version: 'test-1' });
    }
  });
});
