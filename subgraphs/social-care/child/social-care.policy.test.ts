import { describe, expect, it } from '@jest/globals';
import { type Asker, decide, type Facts } from '../../../platform/access/decide.js';
import type { Basis, Tier } from '../../../platform/access/rule.js';
import type { Role } from '../../../platform/vocabulary/role.js';
import { socialCarePolicy } from './social-care.policy.js';

const AGREED: Facts = { bases: [], agreements: ['area-send-sharing'], restricted: false, objected: false };

function outcome(tier: Tier, role: Role, purpose: Asker['purpose'], basis: Basis, facts: Partial<Facts> = {}): string {
  const found = decide(socialCarePolicy, { role, purpose }, tier, 'READ', { ...AGREED, bases: [basis], ...facts });
  return found.reason === 'REFUSED' ? 'REFUSED' : found.outcome;
}

const lapsed = { agreements: [] };
const LEAD = 'designated-safeguarding-lead';

describe('social care', () => {
  it('shows the detail to the social worker and the virtual school on the law alone', () => {
    expect(outcome('T3', 'social-worker', 'SAFEGUARDING', 'CASELOAD', lapsed)).toBe('FULL');
    expect(outcome('T3', 'virtual-school-head', 'VIRTUAL_SCHOOL_DUTY', 'LOOKED_AFTER_DUTY', lapsed)).toBe('FULL');
  });

  it.each<[Role, Asker['purpose'], Basis]>([
    ['senco', 'TEAM_AROUND_SCHOOL', 'SCHOOL_ROLL'],
    ['headteacher', 'TEAM_AROUND_SCHOOL', 'SCHOOL_ROLL'],
    ['camhs-clinician', 'DIRECT_CARE', 'REFERRAL'],
    ['ehc-coordinator', 'EHC_ASSESSMENT', 'RESIDENCE'],
    ['team-around-school-lead', 'TEAM_AROUND_SCHOOL', 'TEAM_AROUND_SCHOOL'],
  ])('shows it to a %s for %s through %s while the agreement holds', (role, purpose, basis) => {
    expect(outcome('T3', role, purpose, basis)).toBe('FULL');
    expect(outcome('T3', role, purpose, basis, lapsed)).toBe('NOT_SHARED');
    expect(outcome('EXISTENCE', role, purpose, basis, lapsed)).toBe('NOT_SHARED');
  });

  it('shows the detail to the safeguarding lead on the law alone when safeguarding, else by agreement', () => {
    expect(outcome('T3', LEAD, 'SAFEGUARDING', 'SCHOOL_ROLL', lapsed)).toBe('FULL');
    expect(outcome('T3', LEAD, 'TEAM_AROUND_SCHOOL', 'SCHOOL_ROLL')).toBe('FULL');
    expect(outcome('T3', LEAD, 'TEAM_AROUND_SCHOOL', 'SCHOOL_ROLL', lapsed)).toBe('NOT_SHARED');
  });

  it('tells the safeguarding lead of a social worker whatever lapses, and whoever objects when safeguarding', () => {
    expect(outcome('EXISTENCE', LEAD, 'TEAM_AROUND_SCHOOL', 'SCHOOL_ROLL', lapsed)).toBe('EXISTENCE_ONLY');
    expect(outcome('EXISTENCE', LEAD, 'SAFEGUARDING', 'SCHOOL_ROLL', { ...lapsed, objected: true })).toBe(
      'EXISTENCE_ONLY',
    );
  });

  it('tells nobody whom nothing connects to the child, nor of a child a restriction hides', () => {
    expect(outcome('EXISTENCE', LEAD, 'SAFEGUARDING', 'REFERRAL')).toBe('NOT_SHARED');
    expect(outcome('EXISTENCE', LEAD, 'SAFEGUARDING', 'SCHOOL_ROLL', { restricted: true })).toBe('NOT_SHARED');
  });

  it.each(['commissioner', 'analyst', 'health-admin', 'ig-officer'] as const)(
    'refuses a %s for every child alike',
    (role) => {
      expect(outcome('T3', role, 'SERVICE_PLANNING', 'RESIDENCE')).toBe('REFUSED');
      expect(outcome('EXISTENCE', role, 'DIRECT_CARE', 'REFERRAL')).toBe('REFUSED');
    },
  );

  it('tells whoever may see the detail that there is a social worker, too', () => {
    const said = (tier: Tier) =>
      socialCarePolicy.rules
        .filter((rule) => rule.tier === tier)
        .flatMap(({ roles, purposes, through }) =>
          roles.flatMap((role) => purposes.flatMap((purpose) => through.map((basis) => `${role} ${purpose} ${basis}`))),
        )
        .sort();
    expect(said('EXISTENCE')).toEqual(said('T3'));
    expect(new Set(said('T3')).size).toBe(said('T3').length);
  });
});
