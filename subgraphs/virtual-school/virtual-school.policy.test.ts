import { describe, expect, it } from '@jest/globals';
import { decide } from '../../platform/access/decide.js';
import type { Basis } from '../../platform/access/rule.js';
import type { Purpose } from '../../platform/vocabulary/purpose.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { virtualSchoolPolicy } from './virtual-school.policy.js';

const agreements = ['area-send-sharing'];
const asked = (role: Role, purpose: Purpose, bases: Basis[], inForce = agreements) =>
  decide(virtualSchoolPolicy, { role, purpose }, 'T2', 'READ', {
    bases,
    agreements: inForce,
    restricted: false,
    objected: false,
  }).reason;

describe('who may see a Personal Education Plan', () => {
  it.each<[Role, Purpose, Basis, string]>([
    ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'LOOKED_AFTER_DUTY', 'PERMITTED'],
    ['virtual-school-adviser', 'VIRTUAL_SCHOOL_DUTY', 'LOOKED_AFTER_DUTY', 'PERMITTED'],
    ['virtual-school-adviser', 'VIRTUAL_SCHOOL_DUTY', 'PLAN_DUTY', 'SILENT'],
    ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'ONCE_LOOKED_AFTER', 'SILENT'],
    ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'SCHOOL_ROLL', 'SILENT'],
    ['senco', 'TEAM_AROUND_SCHOOL', 'SCHOOL_ROLL', 'PERMITTED'],
    ['senco', 'SAFEGUARDING', 'SCHOOL_ROLL', 'REFUSED'],
    ['headteacher', 'EARLY_HELP', 'SCHOOL_ROLL', 'REFUSED'],
    ['social-worker', 'SAFEGUARDING', 'CASELOAD', 'PERMITTED'],
    ['send-officer', 'EHC_ASSESSMENT', 'RESIDENCE', 'PERMITTED'],
    ['send-officer', 'SERVICE_PLANNING', 'RESIDENCE', 'REFUSED'],
    ['camhs-clinician', 'DIRECT_CARE', 'REFERRAL', 'REFUSED'],
  ])('answers a %s for %s through %s: %s', (role, purpose, basis, reason) => {
    expect(asked(role, purpose, [basis])).toBe(reason);
  });

  it('does not reach a school where the agreement has lapsed, and reaches the virtual school all the same', () => {
    expect(asked('senco', 'TEAM_AROUND_SCHOOL', ['SCHOOL_ROLL'], [])).toBe('SILENT');
    expect(asked('virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', ['LOOKED_AFTER_DUTY'], [])).toBe('PERMITTED');
  });

  it('lets no person change one', () => {
    expect(virtualSchoolPolicy.rules.every(({ act }) => act === 'READ')).toBe(true);
  });
});
