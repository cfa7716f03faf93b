import { describe, expect, it } from '@jest/globals';
import { packWeek } from '../../../../platform/code-sets/marks.js';
import type { HeldEnrolment } from '../../enrolment/held-enrolment.js';
import type { SessionMarksFact } from './fact.js';
import { planRegister as plan } from './plan.js';

const moment = { today: '2026-11-20', now: '2026-11-20T08:00:00Z' };
const planRegister = (
  childId: string,
  held: readonly HeldEnrolment[],
  facts: readonly SessionMarksFact[],
  kept: Parameters<typeof plan>[4] = [],
) => plan(childId, held, facts, moment, kept);

const held = (change: Partial<HeldEnrolment>): HeldEnrolment => ({
  id: 'e1',
  childId: 'child',
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

const day = (date: string, am: string | null, pm: string | null, urn = '900001'): SessionMarksFact => ({
  kind: 'session-marks',
  urn,
  date,
  am,
  pm,
  file: 'registers.csv',
});

describe('a register', () => {
  it('puts the days of a week into one row of the enrolment', () => {
    const { weeks, provisional } = planRegister(
      'child',
      [held({})],
      [day('2026-09-08', 'L', null), day('2026-09-07', '/', '\\')],
    );
    expect(provisional).toEqual([]);
    expect(weeks).toEqual([
      {
        enrolmentId: 'e1',
        childId: 'child',
        urn: '900001',
        weekBeginning: '2026-09-07',
        codes: ['/', '\\', 'L', null, null, null, null, null, null, null],
        files: [...Array<string>(3).fill('registers.csv'), ...Array<null>(7).fill(null)],
        mornings: [0, 2],
      },
    ]);
  });

  it('keeps the later of two lines about one session, and a mark before a blank', () => {
    const facts = [day('2026-09-07', '/', '\\'), day('2026-09-07', 'L', null)];
    const [week] = planRegister(
      'child',
      [held({})],
      facts.map((fact, at) => ({ ...fact, file: `${String(at)}.csv` })),
    ).weeks;
    expect(week?.codes.slice(0, 2)).toEqual(['L', '\\']);
    expect(week?.files.slice(0, 2)).toEqual(['1.csv', '0.csv']);
  });

  it('chooses the spell that covers the day, then the latest before it, then the first', () => {
    const spells = [held({ leftOn: '2022-07-22' }), held({ id: 'e2', from: '2024-09-03' })];
    const enrolmentOn = (date: string) => planRegister('child', spells, [day(date, '/', null)]).weeks[0]?.enrolmentId;
    expect(enrolmentOn('2020-01-06')).toBe('e1');
    expect(enrolmentOn('2022-09-05')).toBe('e1');
    expect(enrolmentOn('2026-01-12')).toBe('e2');
    expect(enrolmentOn('2019-01-07')).toBe('e1');
  });

  it('finds the week where it was first put, so that a mark replaces the one it corrects', () => {
    const spells = [held({ leftOn: '2026-07-22' }), held({ id: 'e2', from: '2026-09-02' })];
    const kept = { enrolmentId: 'e1', weekBeginning: '2026-09-07', marks: packWeek(['O']) };
    const enrolmentOn = (date: string, ...weeks: (typeof kept)[]) =>
      planRegister('child', spells, [day(date, '/', null)], weeks).weeks.map(({ enrolmentId }) => enrolmentId);
    expect(enrolmentOn('2026-09-07', kept)).toEqual(['e1']);
    expect(enrolmentOn('2026-09-08', kept)).toEqual(['e1']);
    expect(enrolmentOn('2026-09-14', kept)).toEqual(['e2']);
    // Kept in two before: where the day itself has a mark.
    const also = { ...kept, enrolmentId: 'e2', marks: packWeek([null, null, 'I']) };
    expect(enrolmentOn('2026-09-07', kept, also)).toEqual(['e1']);
    expect(enrolmentOn('2026-09-08', kept, also)).toEqual(['e2']);
  });

  it('keeps a week in one place though the child came back in the middle of it', () => {
    const spells = [held({ leftOn: '2026-09-08' }), held({ id: 'e2', from: '2026-09-10' })];
    const { weeks } = planRegister('child', spells, [day('2026-09-07', '/', null), day('2026-09-10', '/', null)]);
    expect(weeks.map(({ enrolmentId, mornings }) => [enrolmentId, mornings])).toEqual([['e1', [0, 6]]]);
  });

  it('makes up one UNKNOWN enrolment, from the first mark on, where no roll of the school is held', () => {
    const facts = [day('2026-09-14', '/', null), day('2026-09-07', '/', '\\'), day('2026-09-01', null, null)];
    const { weeks, provisional } = planRegister('child', [held({ urn: '900002' })], facts);
    expect(provisional).toMatchObject([{ childId: 'child', urn: '900001', from: '2026-09-07', status: 'UNKNOWN' }]);
    expect(weeks.map(({ enrolmentId }) => enrolmentId)).toEqual(Array(2).fill(provisional[0]?.id));
  });

  it('leaves the enrolments of other records of the child alone, even at the same school', () => {
    const { weeks, provisional } = planRegister('child', [held({ childId: 'other' })], [day('2026-09-07', '/', '\\')]);
    expect(provisional).toMatchObject([{ childId: 'child', status: 'UNKNOWN' }]);
    expect(weeks.map(({ childId }) => childId)).toEqual(['child']);
  });

  it('without a mark says nothing at all', () => {
    expect(planRegister('child', [], [day('2026-09-07', null, null)])).toEqual({ weeks: [], provisional: [] });
  });
});
