import { describe, expect, it } from '@jest/globals';
import { decide } from '../../platform/access/decide.js';
import type { Basis } from '../../platform/access/rule.js';
import type { Purpose } from '../../platform/auth/claims.js';
import { childPolicy } from './child/child.policy.js';
import { teamAroundSchoolPolicy } from './team-around-school/team-around-school.policy.js';

const facts = { agreements: ['area-send-sharing'], restricted: false, objected: false };

const childSeen = (role: string, purpose: Purpose, basis: Basis, agreements = facts.agreements) =>
  decide(childPolicy, { role, purpose }, 'T1', 'READ', { ...facts, agreements, bases: [basis] }).reason;

describe('who a child is', () => {
  it.each([
    ['senco', 'TEAM_AROUND_SCHOOL', 'SCHOOL_ROLL', 'PERMITTED'],
    ['senco', 'TEAM_AROUND_SCHOOL', 'RESIDENCE', 'SILENT'],
    ['senco', 'VIRTUAL_SCHOOL_DUTY', 'SCHOOL_ROLL', 'REFUSED'],
    ['send-officer', 'EHC_ASSESSMENT', 'RESIDENCE', 'PERMITTED'],
    ['send-officer', 'SERVICE_PLANNING', 'RESIDENCE', 'REFUSED'],
    ['social-worker', 'SAFEGUARDING', 'CASELOAD', 'PERMITTED'],
    ['social-worker', 'SAFEGUARDING', 'RESIDENCE', 'SILENT'],
    ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'VIRTUAL_SCHOOL_DUTY', 'PERMITTED'],
    ['camhs-clinician', 'DIRECT_CARE', 'REFERRAL', 'PERMITTED'],
    ['educational-psychologist', 'TEAM_AROUND_SCHOOL', 'TEAM_AROUND_SCHOOL', 'PERMITTED'],
    ['educational-psychologist', 'TEAM_AROUND_SCHOOL', 'RESIDENCE', 'SILENT'],
    ['analyst', 'SERVICE_PLANNING', 'RESIDENCE', 'REFUSED'],
    ['match-reviewer', 'MATCHING', 'RESIDENCE', 'REFUSED'],
  ] as const)('for a %s, for %s, through %s: %s', (role, purpose, basis, reason) => {
    expect(childSeen(role, purpose, basis)).toBe(reason);
  });

  it('is the social worker’s and the school’s to know without an agreement, and no one else’s', () => {
    expect(childSeen('social-worker', 'SAFEGUARDING', 'CASELOAD', [])).toBe('PERMITTED');
    expect(childSeen('senco', 'TEAM_AROUND_SCHOOL', 'SCHOOL_ROLL', [])).toBe('PERMITTED');
    expect(childSeen('send-officer', 'EHC_ASSESSMENT', 'RESIDENCE', [])).toBe('SILENT');
    expect(childSeen('camhs-clinician', 'DIRECT_CARE', 'REFERRAL', [])).toBe('SILENT');
  });

  it('is nobody’s to change', () => {
    expect(childPolicy.rules.filter(({ act }) => act === 'WRITE')).toEqual([]);
  });
});

describe('the policies of one domain', () => {
  it('never say two things of one case, since the database keeps one', () => {
    const cases = [childPolicy, teamAroundSchoolPolicy].flatMap(({ rules }) =>
      rules.flatMap(({ tier, act, roles, purposes, through }) =>
        roles.flatMap((role) =>
          purposes.flatMap((purpose) => through.map((basis) => [tier, act, role, purpose, basis].join(' '))),
        ),
      ),
    );
    expect(new Set(cases).size).toBe(cases.length);
  });
});
