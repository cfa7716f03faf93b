import { describe, expect, it } from '@jest/globals';
import { SuspensionCategory } from './suspension-category.js';
import { suspensionFacts, type ToldSuspension } from './suspension-facts.js';

const { SUSPENSION, LUNCHTIME, PERMANENT } = SuspensionCategory;
const told = (given: Partial<ToldSuspension> = {}): ToldSuspension => ({
  recordId: 'r',
  school: { urn: '900001', name: 'Testcase Primary' },
  startedOn: '2026-11-09',
  category: SUSPENSION,
  ...{ sessions: 6, lunchtimes: null, cancelledOn: null, served: null, recordedAt: '2026-11-09T10:00:00Z' },
  ...given,
});
const lunchtimes = (count: number) => told({ category: LUNCHTIME, sessions: null, lunchtimes: count });
const exclusion = told({ category: PERMANENT, sessions: null });
const cancelled = { cancelledOn: '2026-11-10' };

describe('what is told of a suspension', () => {
  it.each([
    [told(), 'Suspended from Testcase Primary from 9 November 2026, for 3 school days.'],
    [told({ sessions: 1 }), 'Suspended from Testcase Primary from 9 November 2026, for 0.5 school days.'],
    [told({ sessions: 2 }), 'Suspended from Testcase Primary from 9 November 2026, for 1 school day.'],
    [lunchtimes(3), 'Suspended from Testcase Primary from 9 November 2026, for 3 lunchtimes.'],
    [lunchtimes(1), 'Suspended from Testcase Primary from 9 November 2026, for 1 lunchtime.'],
    [exclusion, 'Permanently excluded from Testcase Primary from 9 November 2026.'],
    [
      told({ ...cancelled, served: 2 }),
      'Suspended from Testcase Primary from 9 November 2026, for 3 school days; cancelled on 10 November 2026 after part of it was served.',
    ],
  ])('is a sentence: %#', (one, sentence) => {
    expect(suspensionFacts([one]).map(({ fact }) => fact)).toEqual([sentence]);
  });

  it('is nothing where it was cancelled before any of it was served', () => {
    for (const served of [null, 0]) expect(suspensionFacts([told({ ...cancelled, served })])).toEqual([]);
  });

  it('is the same fact where its length is put right, and one fact where two records of a child tell it', () => {
    const keys = [told(), told({ sessions: 10 })].map((one) => suspensionFacts([one])[0]?.key);
    expect(keys[0]).toBe(keys[1]);
    expect(suspensionFacts([told(), told({ recordId: 's' })])).toHaveLength(1);
    expect(suspensionFacts([told(), told({ startedOn: '2026-11-16' }), exclusion])).toHaveLength(3);
  });

  it('is what the school told last, where two records of a child tell of it', () => {
    const later = { recordId: 's', recordedAt: '2026-11-10T10:00:00Z' };
    for (const both of [
      [told(), told({ ...later, sessions: 10 })],
      [told({ ...later, sessions: 10 }), told()],
    ])
      expect(suspensionFacts(both)).toMatchObject([{ recordId: 's', fact: expect.stringContaining('5 school days') }]);
    expect(suspensionFacts([told(), told({ ...later, ...cancelled, served: 0 })])).toEqual([]);
    expect(suspensionFacts([told(later), told({ ...cancelled, served: 0 })])).toHaveLength(1);
  });

  it('is of its kind', () => {
    expect(suspensionFacts([told(), lunchtimes(1), exclusion]).map(({ kind }) => kind)).toEqual([
      'SUSPENSION',
      'SUSPENSION',
      'PERMANENT_EXCLUSION',
    ]);
  });
});
