import { describe, expect, it } from '@jest/globals';
import { schoolAgeBy, spellsToldBy } from './compulsory-schooling.js';

const urn = '900001';
const spell = { urn, yearGroup: '11', from: '2021-09-06', until: null, recordedAt: '2026-10-05T10:00:00Z' };

describe('compulsory school age', () => {
  it('ends on the last Friday of June of Year 11', () => {
    expect(schoolAgeBy([spell])(urn, '2027-06-25')).toBe(true);
    expect(schoolAgeBy([spell])(urn, '2027-06-28')).toBe(false);
    expect(schoolAgeBy([spell])(urn, '2027-09-01')).toBe(false);
  });

  it('is judged by the year that the child was in on the day, whenever the roll was told', () => {
    expect(schoolAgeBy([spell])(urn, '2026-07-01')).toBe(true);
    const left = { ...spell, until: '2025-07-23' };
    expect(schoolAgeBy([left])(urn, '2025-06-27')).toBe(true);
    expect(schoolAgeBy([left])(urn, '2025-07-01')).toBe(false);
  });

  it('is looked at from an earlier day as it was told by then', () => {
    const { urn: of, ...rest } = spell;
    const roll = { ...rest, school: { urn: of } };
    // Seen in the summer before, the year that was told is that summer's.
    expect(schoolAgeBy(spellsToldBy([roll], '2026-06-29'))(urn, '2026-06-29')).toBe(false);
    expect(schoolAgeBy(spellsToldBy([roll], '2026-11-20'))(urn, '2026-06-29')).toBe(true);
  });

  it('is taken to hold where no roll of the day tells a year', () => {
    expect(schoolAgeBy([])(urn, '2027-07-05')).toBe(true);
    expect(schoolAgeBy([{ ...spell, yearGroup: 'M' }])(urn, '2027-07-05')).toBe(true);
    expect(schoolAgeBy([{ ...spell, urn: '900002' }])(urn, '2027-07-05')).toBe(true);
    expect(schoolAgeBy([spell])(urn, '2020-07-06')).toBe(true);
  });
});
