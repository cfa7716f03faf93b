import { describe, expect, it } from '@jest/globals';
import { decide } from '../../platform/access/decide.js';
import type { Basis, Policy } from '../../platform/access/rule.js';
import type { Purpose } from '../../platform/vocabulary/purpose.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { childPolicy } from './child/child.policy.js';
import { claimPolicy } from './claim/claim.policy.js';
import { matchReviewPolicy } from './match-review/match-review.policy.js';
import { teamAroundSchoolPolicy } from './team-around-school/team-around-school.policy.js';

const facts = { agreements: ['area-send-sharing'], restricted: false, objected: false };

const childSeen = (role: Role, purpose: Purpose, basis: Basis, agreements = facts.agreements) =>
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
    ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'LOOKED_AFTER_DUTY', 'PERMITTED'],
    ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'PLAN_DUTY', 'SILENT'],
    ['virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'ONCE_LOOKED_AFTER', 'SILENT'],
    ['virtual-school-adviser', 'VIRTUAL_SCHOOL_DUTY', 'PLAN_DUTY', 'PERMITTED'],
    ['camhs-clinician', 'DIRECT_CARE', 'REFERRAL', 'PERMITTED'],
    ['educational-psychologist', 'TEAM_AROUND_SCHOOL', 'TEAM_AROUND_SCHOOL', 'PERMITTED'],
    ['educational-psychologist', 'TEAM_AROUND_SCHOOL', 'RESIDENCE', 'SILENT'],
    ['analyst', 'SERVICE_PLANNING', 'RESIDENCE', 'REFUSED'],
    ['match-reviewer', 'MATCHING', 'MATCH_REVIEW', 'PERMITTED'],
    ['match-reviewer', 'MATCHING', 'RESIDENCE', 'SILENT'],
    ['senco', 'TEAM_AROUND_SCHOOL', 'MATCH_REVIEW', 'SILENT'],
    ['social-worker', 'SAFEGUARDING', 'SELF_CLAIMED', 'PERMITTED'],
    ['camhs-clinician', 'DIRECT_CARE', 'SELF_CLAIMED', 'PERMITTED'],
    ['social-worker', 'TEAM_AROUND_SCHOOL', 'SELF_CLAIMED', 'SILENT'],
    ['senco', 'TEAM_AROUND_SCHOOL', 'SELF_CLAIMED', 'SILENT'],
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

describe('what each source says of a child, and whose records they are', () => {
  const says = (role: Role, purpose: Purpose, basis: Basis, act: 'READ' | 'WRITE' = 'READ') =>
    decide(matchReviewPolicy, { role, purpose }, 'T3', act, { ...facts, bases: [basis] }).reason;

  it.each(['READ', 'WRITE'] as const)('is for match reviewers alone, through a review alone, to %s', (act) => {
    expect(says('match-reviewer', 'MATCHING', 'MATCH_REVIEW', act)).toBe('PERMITTED');
    expect(says('match-reviewer', 'MATCHING', 'RESIDENCE', act)).toBe('SILENT');
    expect(says('match-reviewer', 'DIRECT_CARE', 'MATCH_REVIEW', act)).toBe('REFUSED');
    for (const role of ['senco', 'social-worker', 'send-officer', 'ig-officer'] as const)
      expect(says(role, 'MATCHING', 'MATCH_REVIEW', act)).toBe('REFUSED');
  });
});

describe('a new case', () => {
  it('is for those to take on who then see who the child is: no others, and for no other purpose', () => {
    const cases = (policy: Policy) =>
      policy.rules
        .filter(({ through }) => through.includes('SELF_CLAIMED'))
        .flatMap(({ roles, purposes, agreement }) =>
          roles.flatMap((role) => purposes.map((purpose) => [role, purpose, agreement])),
        );
    expect(cases(claimPolicy)).toEqual(cases(childPolicy));
  });

  it('changes nothing that any tier holds', () => {
    expect(claimPolicy.rules.map(({ tier }) => tier)).toEqual(claimPolicy.rules.map(() => 'EXISTENCE'));
  });
});

describe('the policies of one domain', () => {
  it('never say two things of one case, since the database keeps one', () => {
    const cases = [childPolicy, claimPolicy, matchReviewPolicy, teamAroundSchoolPolicy].flatMap(({ rules }) =>
      rules.flatMap(({ tier, act, roles, purposes, through }) =>
        roles.flatMap((role) =>
          purposes.flatMap((purpose) => through.map((basis) => [tier, act, role, purpose, basis].join(' '))),
        ),
      ),
    );
    expect(new Set(cases).size).toBe(cases.length);
  });
});
