import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SenProvision } from '../../../../platform/vocabulary/sen-provision.js';
import { type HeldEnrolment, untilOf } from '../held-enrolment.js';
import type { EnrolmentFact } from './fact.js';
import { planRoll } from './plan.js';

const TODAY = '2026-11-20';
const moment = (today = TODAY) => ({ today, now: `${today}T08:00:00Z` });
const { NONE, SEN_SUPPORT, EHC_PLAN } = SenProvision;

function fact(change: Partial<EnrolmentFact> = {}): EnrolmentFact {
  return {
    kind: 'enrolment',
    urn: '900001',
    yearGroup: '5',
    from: '2019-09-04',
    until: null,
    status: 'CURRENT',
    senProvision: SEN_SUPPORT,
    needs: [{ code: 'SLCN', rank: 1 }],
    freeSchoolMeals: null,
    leftCareBy: null,
    ...change,
  };
}

/** Every school has a record of its own of the child, here named for the school. */
const told = (facts: readonly EnrolmentFact[]) =>
  [...new Set(facts.map(({ urn }) => urn))].map((urn) => ({
    childId: urn,
    facts: facts.filter((one) => one.urn === urn),
  }));

/** What is held after these files, one after the other, each told on a day. */
function after(
  ...files: readonly { readonly on?: string; readonly facts: readonly EnrolmentFact[] }[]
): HeldEnrolment[] {
  const held = new Map<string, HeldEnrolment>();
  for (const { on, facts } of files) {
    for (const one of planRoll([...held.values()], told(facts), moment(on)).changed) held.set(one.id, one);
  }
  return [...held.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

const spells = (rolls: readonly HeldEnrolment[]) => rolls.map((one) => [one.urn, one.from, untilOf(one)]);

describe('a roll', () => {
  it('changes nothing the second time', () => {
    const facts = [fact(), fact({ urn: '900002', from: '2026-09-02', senProvision: EHC_PLAN })];
    const held = after({ facts });
    expect(planRoll(held, told(facts), moment('2027-01-20'))).toEqual({ changed: [], factsWritten: 0 });
  });

  it('counts only the facts that are behind a change', () => {
    const held = after({ facts: [fact()] });
    const later = [fact(), fact({ urn: '900002', from: '2026-09-02', status: 'CURRENT_SUBSIDIARY' })];
    expect(planRoll(held, told(later), moment()).factsWritten).toBe(1);
  });

  it.each([
    ['first', [fact(), fact({ urn: '900002', from: '2026-09-02' })]],
    ['last', [fact({ urn: '900002', from: '2026-09-02' }), fact()]],
  ])('of a school that says no leaving date ends where a main roll elsewhere begins (old roll %s)', (_, facts) => {
    const ended = [
      ['900001', '2019-09-04', '2026-09-02'],
      ['900002', '2026-09-02', null],
    ];
    expect(spells(after({ facts }))).toEqual(ended);
    expect(spells(after(...facts.map((one) => ({ facts: [one] }))))).toEqual(ended);
  });

  it('keeps the leaving date the school does say', () => {
    const facts = [fact({ until: '2026-07-22' }), fact({ urn: '900002', from: '2026-09-02' })];
    expect(spells(after({ facts }))[0]).toEqual(['900001', '2019-09-04', '2026-07-22']);
  });

  it.each(['CURRENT_SUBSIDIARY', 'FE_COLLEGE', 'OTHER'] as const)('goes on beside a later %s elsewhere', (status) => {
    const facts = [fact({ status: 'CURRENT_MAIN' }), fact({ urn: '900002', from: '2026-09-02', status })];
    expect(spells(after({ facts })).map(([, , until]) => until)).toEqual([null, null]);
  });

  it('of a subsidiary school goes on when the main school changes', () => {
    const facts = [
      fact({ urn: '900003', status: 'CURRENT_SUBSIDIARY' }),
      fact({ urn: '900002', from: '2026-09-02', status: 'CURRENT_MAIN' }),
    ];
    expect(spells(after({ facts }))[0]).toEqual(['900003', '2019-09-04', null]);
  });

  it('keeps two spells at one school apart, and moves the dates of one that is corrected', () => {
    const left = fact({ until: '2022-07-22' });
    const returned = fact({ from: '2024-09-03' });
    expect(spells(after({ facts: [left, returned] }))).toHaveLength(2);
    expect(spells(after({ facts: [left, returned] }, { facts: [fact({ from: '2024-09-05' })] }))).toEqual([
      ['900001', '2019-09-04', '2022-07-22'],
      ['900001', '2024-09-05', null],
    ]);
  });

  it('takes a child back who has been at another school between', () => {
    const facts = [fact(), fact({ urn: '900002', from: '2025-09-02' }), fact({ from: '2026-09-02' })];
    expect(spells(after({ facts }))).toEqual([
      ['900001', '2019-09-04', '2025-09-02'],
      ['900002', '2025-09-02', '2026-09-02'],
      ['900001', '2026-09-02', null],
    ]);
  });

  it('takes the place of the enrolment that a register had to make up, under its id', () => {
    const [real] = after({ facts: [fact()] });
    if (!real) throw new Error('no enrolment');
    const madeUp: HeldEnrolment = { ...real, status: 'UNKNOWN', from: '2026-09-07', provisions: [], needs: [] };
    const { changed } = planRoll([madeUp], told([fact()]), moment());
    expect(changed).toEqual([real]);
  });

  it('leaves another record of the child alone, even at the same school', () => {
    const held = after({ facts: [fact()] }).map((one) => ({ ...one, childId: 'other' }));
    const { changed } = planRoll(held, told([fact({ yearGroup: '6' })]), moment());
    expect(changed).toMatchObject([{ childId: '900001', yearGroup: '6' }]);
  });

  it('takes an entry long after the one it told, with no leaving between, for a return', () => {
    expect(spells(after({ facts: [fact()] }, { facts: [fact({ from: '2026-09-02' })] }))).toEqual([
      ['900001', '2019-09-04', '2026-09-02'],
      ['900001', '2026-09-02', null],
    ]);
  });

  it('says the same of a record whatever the child’s other records are', () => {
    const anyFact = fc.record({
      urn: fc.constantFrom('900001', '900002'),
      from: fc.constantFrom('2019-09-04', '2019-09-20', '2024-09-03', '2025-09-02', '2026-09-02'),
      until: fc.constantFrom(null, '2026-10-01'),
    });
    const saidOf = (rolls: readonly HeldEnrolment[], urn: string) =>
      rolls
        .filter((one) => one.urn === urn)
        .map(({ from, leftOn, provisions }) => [from, leftOn, provisions])
        .sort();
    fc.assert(
      fc.property(fc.array(fc.array(anyFact, { maxLength: 3 }), { maxLength: 4 }), (files) => {
        const all = files.map((facts) => ({ facts: facts.map(fact) }));
        for (const urn of ['900001', '900002']) {
          const alone = all.map(({ facts }) => ({ facts: facts.filter((one) => one.urn === urn) }));
          expect(saidOf(after(...all), urn)).toEqual(saidOf(after(...alone), urn));
        }
      }),
    );
  });

  it('counts its first provision from the entry and a change from the day it was told', () => {
    const held = after(
      { on: '2024-10-03', facts: [fact({ senProvision: NONE })] },
      { on: '2025-01-16', facts: [fact({ senProvision: NONE })] },
      { on: '2025-05-15', facts: [fact({ senProvision: EHC_PLAN })] },
    );
    expect(held[0]?.provisions).toEqual([
      { provision: NONE, from: '2019-09-04' },
      { provision: EHC_PLAN, from: '2025-05-15' },
    ]);
  });

  it('keeps which needs it has shown since when, none among them', () => {
    const held = after(
      { on: '2024-10-03', facts: [fact({ needs: [] })] },
      { on: '2025-01-16', facts: [fact({ needs: [{ code: 'SLCN', rank: 1 }] })] },
      {
        ...{ on: '2025-05-15' },
        facts: [
          fact({
            needs: [
              { code: 'SLCN', rank: 2 },
              { code: 'ASD', rank: 1 },
            ],
          }),
        ],
      },
    );
    expect(held[0]?.needs).toEqual([
      { codes: [], from: '2019-09-04' },
      { codes: ['SLCN'], from: '2025-01-16' },
      { codes: ['ASD', 'SLCN'], from: '2025-05-15' },
    ]);
  });

  it('keeps since when it has shown free school meals, and takes nothing back by saying nothing', () => {
    const files = [
      { on: '2024-10-03', facts: [fact({ freeSchoolMeals: null })] },
      { on: '2025-01-16', facts: [fact({ freeSchoolMeals: false })] },
      { on: '2025-05-15', facts: [fact({ freeSchoolMeals: true })] },
      { on: '2025-10-02', facts: [fact({ freeSchoolMeals: null })] },
      { on: '2025-10-03', facts: [fact({ freeSchoolMeals: true })] },
    ];
    expect(after(...files.slice(0, 1))[0]?.freeSchoolMeals).toEqual([]);
    expect(after(...files)[0]?.freeSchoolMeals).toEqual([
      { eligible: false, from: '2019-09-04' },
      { eligible: true, from: '2025-05-15' },
    ]);
  });

  it('told of a change after the child has left counts it from the last day', () => {
    const until = '2026-07-22';
    const held = after({ facts: [fact()] }, { facts: [fact({ senProvision: EHC_PLAN, until })] });
    expect(held[0]?.provisions.at(-1)).toEqual({ provision: EHC_PLAN, from: '2026-07-21' });
    expect(planRoll(held, told([fact({ senProvision: EHC_PLAN, until })]), moment('2027-01-20')).changed).toEqual([]);
  });

  it('corrected on the day it was told leaves no trace of what it said first', () => {
    const held = after(
      { on: '2024-10-03', facts: [fact({ senProvision: NONE })] },
      { on: '2025-05-15', facts: [fact({ senProvision: EHC_PLAN })] },
      { on: '2025-05-15', facts: [fact({ senProvision: SEN_SUPPORT })] },
    );
    expect(held[0]?.provisions.map(({ provision }) => provision)).toEqual([NONE, SEN_SUPPORT]);
  });
});
