import { describe, expect, it } from '@jest/globals';
import { oneRoll, type Spell } from './one-roll.js';

const spell = (change: Partial<Spell> & { readonly urn?: string } = {}): Spell => ({
  from: '2024-09-03',
  until: null,
  status: 'CURRENT',
  recordedAt: '2026-09-01T08:00:00.000001Z',
  ...change,
  school: { urn: change.urn ?? '900001' },
});

describe('the enrolments of all of a child’s records', () => {
  it('at two schools are both shown, in the order they come', () => {
    const both = [spell(), spell({ urn: '900002', from: '2026-09-02' })];
    expect(oneRoll(both)).toEqual(both);
  });

  it('that hold the same days at one school are shown once: as the school told it last', () => {
    const first = spell();
    const last = spell({ recordedAt: '2026-09-01T08:00:00.000002Z', until: '2026-07-22' });
    expect(oneRoll([first, last])).toEqual([last]);
    expect(oneRoll([last, first])).toEqual([last]);
    const corrected = spell({ recordedAt: '2026-09-01T08:00:00.000002Z', from: '2024-09-05' });
    expect(oneRoll([first, corrected])).toEqual([corrected]);
  });

  it('are shown as the roll has them, not the register that does not know the roll’s number', () => {
    const roll = spell();
    expect(
      oneRoll([spell({ status: 'UNKNOWN', from: '2024-09-09', recordedAt: '2026-09-01T08:00:00.000002Z' }), roll]),
    ).toEqual([roll]);
  });

  it('at one school one after the other are both shown', () => {
    const returned = [spell({ until: '2025-07-22' }), spell({ from: '2026-09-02' })];
    expect(oneRoll(returned)).toEqual(returned);
  });
});
