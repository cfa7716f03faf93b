import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type HeldEnrolment, untilOf } from './held-enrolment.js';
import { superseded } from './superseded.js';

let made = 0;
const roll = (change: Partial<HeldEnrolment>): HeldEnrolment => ({
  id: String((made += 1)),
  childId: 'one',
  urn: '900001',
  yearGroup: null,
  from: '2019-09-04',
  leftOn: null,
  supersededOn: null,
  status: 'CURRENT',
  needs: [],
  freeSchoolMeals: [],
  leftCareBy: null,
  provisions: [],
  recordedAt: '2026-09-01T08:00:00Z',
  ...change,
});
const ends = (...rolls: readonly HeldEnrolment[]) => superseded(rolls).map(untilOf);

describe('an end that no roll says', () => {
  it('is the day another school’s record begins a main enrolment, and goes with that record', () => {
    const left = roll({});
    const [ended] = superseded([left, roll({ childId: 'two', urn: '900002', from: '2026-09-02' })]);
    expect(ended).toMatchObject({ childId: 'one', supersededOn: '2026-09-02' });
    expect(superseded(ended ? [ended] : [])).toEqual([left]);
  });

  it('is the leaving that the school told in another record of the pupil', () => {
    expect(ends(roll({}), roll({ childId: 'two', leftOn: '2026-07-22' }))).toEqual(['2026-07-22', '2026-07-22']);
    expect(ends(roll({ status: 'UNKNOWN', from: '2026-01-05' }), roll({ leftOn: '2026-07-22' }))[0]).toBe('2026-07-22');
  });

  it('is the day the same school has the child come back', () => {
    expect(ends(roll({}), roll({ from: '2026-09-02' }))).toEqual(['2026-09-02', null]);
  });

  it('is none where the school said the child left before this enrolment began', () => {
    expect(ends(roll({ leftOn: '2022-07-22' }), roll({ childId: 'two', from: '2024-09-03' }))).toEqual([
      '2022-07-22',
      null,
    ]);
  });

  it('never follows from a register alone', () => {
    const register = roll({ childId: 'two', status: 'UNKNOWN', from: '2026-09-07', leftOn: null });
    expect(ends(roll({}), register, { ...register, urn: '900002' })[0]).toBeNull();
  });

  it('does not depend on the order or on what was concluded before', () => {
    const anyRoll = fc
      .record({
        urn: fc.constantFrom('900001', '900002'),
        childId: fc.constantFrom('one', 'two', 'three'),
        from: fc.constantFrom('2019-09-04', '2024-09-03', '2026-09-02'),
        leftOn: fc.constantFrom(null, '2025-07-22'),
        status: fc.constantFrom('CURRENT' as const, 'CURRENT_SUBSIDIARY' as const, 'UNKNOWN' as const),
        supersededOn: fc.constantFrom(null, '2020-01-01'),
      })
      .map(roll);
    const byId = (rolls: readonly HeldEnrolment[]) =>
      [...superseded(rolls)].sort((a, b) => Number(a.id) - Number(b.id));
    fc.assert(
      fc.property(fc.array(anyRoll, { maxLength: 6 }), (rolls) => {
        expect(byId([...rolls].reverse())).toEqual(byId(rolls));
        expect(superseded(superseded(rolls))).toEqual(superseded(rolls));
      }),
    );
  });
});
