import { describe, expect, it } from '@jest/globals';
import { type Standard, StandardKind, standardOf } from './standard.js';
import { HealthService } from './status.js';

const { FOUR_WEEKS, COMMUNITY_18, LOCAL } = StandardKind;
const service = HealthService.CAMHS;
const held = (kind: StandardKind, more: Partial<Standard> = {}): Standard => ({
  ...{ service, provider: null, kind, limitDays: 28, warningDays: 7, holdsFrom: '1900-01-01', holdsUntil: null },
  ...more,
});
const referral = { service, providerOds: 'XZ1', receivedOn: '2026-01-05', ageAtReferral: 12 };

describe('the standard of a referral', () => {
  const all = held(FOUR_WEEKS);
  const last = held(LOCAL);

  it.each([
    [0, all],
    [17, all],
    [null, all],
    [18, last],
  ])('is four weeks up to the age of 17: at %s', (ageAtReferral, expected) => {
    for (const standards of [
      [last, all],
      [all, last],
    ])
      expect(standardOf(standards, { ...referral, ageAtReferral })).toBe(expected);
  });

  it('is its provider’s own before every provider’s, and no other provider’s', () => {
    const own = held(LOCAL, { provider: 'XZ1' });
    expect(standardOf([all, own, held(COMMUNITY_18, { provider: 'XZ2' })], referral)).toBe(own);
    expect(standardOf([all, held(LOCAL, { provider: 'XZ2' })], referral)).toBe(all);
  });

  it('is the one that held on the day the referral was received', () => {
    const before = held(FOUR_WEEKS, { holdsUntil: '2026-01-05' });
    const since = held(FOUR_WEEKS, { holdsFrom: '2026-01-05' });
    expect(standardOf([last, before, since], referral)).toBe(since);
    expect(standardOf([last, before, since], { ...referral, receivedOn: '2026-01-04' })).toBe(before);
    expect(standardOf([last, before], referral)).toBe(last);
    expect(standardOf([all, since], referral)).toBe(since);
  });

  it('is a defect where a service has none', () => {
    expect(() => standardOf([held(FOUR_WEEKS, { service: HealthService.SALT })], referral)).toThrow('no standard');
  });
});
