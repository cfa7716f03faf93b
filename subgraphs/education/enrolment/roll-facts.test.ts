import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { rollFacts, type ToldSpell } from './roll-facts.js';

const day = (days: number): string => Temporal.PlainDate.from('2026-09-01').add({ days }).toString();

interface Given {
  readonly urn: string;
  readonly from: number;
  readonly until: number | null;
  readonly status?: ToldSpell['status'];
  readonly type?: string;
}

function spell({ urn, from, until, status = 'CURRENT', type = 'Community school' }: Given): ToldSpell {
  return {
    id: `${urn}/${String(from)}/${status}`,
    recordId: 'r',
    ...{ status, recordedAt: '2026-09-01T00:00:00Z' },
    ...{ from: day(from), until: until === null ? null : day(until) },
    school: { urn, name: `School ${urn}`, type },
  };
}

const told = (...given: readonly Given[]): string[] =>
  rollFacts(given.map(spell)).map(({ kind, happenedOn }) => `${kind} ${happenedOn}`);

describe('what a child’s rolls tell', () => {
  it('is the move to another school from the day the child is there, and no end of a roll in between', () => {
    expect(told({ urn: 'A', from: 0, until: 9 }, { urn: 'B', from: 9, until: null })).toEqual([
      `SCHOOL_MOVE ${day(9)}`,
    ]);
    expect(told({ urn: 'A', from: 0, until: 12 }, { urn: 'B', from: 9, until: null })).toEqual([
      `SCHOOL_MOVE ${day(9)}`,
    ]);
  });

  it('is the end of a roll where no other begins by then, and the move too where one does later', () => {
    expect(told({ urn: 'A', from: 0, until: 9 })).toEqual([`ROLL_ENDED ${day(9)}`]);
    expect(told({ urn: 'A', from: 0, until: 9 }, { urn: 'B', from: 12, until: null })).toEqual([
      `ROLL_ENDED ${day(9)}`,
      `SCHOOL_MOVE ${day(12)}`,
    ]);
  });

  it('is no move where the child comes back to the same school, or a second roll is kept beside the first', () => {
    expect(told({ urn: 'A', from: 0, until: 9 }, { urn: 'A', from: 12, until: null })).toEqual([
      `ROLL_ENDED ${day(9)}`,
    ]);
    expect(
      told({ urn: 'A', from: 0, until: null }, { urn: 'B', from: 4, until: null, status: 'CURRENT_SUBSIDIARY' }),
    ).toEqual([]);
  });

  it.each(['Pupil referral unit', 'Academy alternative provision converter', 'Free schools alternative provision'])(
    'is a placement where the school is a %s, on its main roll or beside another’s',
    (type) => {
      const unit = { urn: 'U', from: 4, until: null, type };
      for (const status of ['CURRENT', 'CURRENT_SUBSIDIARY'] as const)
        expect(rollFacts([spell({ ...unit, status })])).toEqual([
          expect.objectContaining({ kind: 'PLACED_IN_ALTERNATIVE_PROVISION', organisation: 'U', happenedOn: day(4) }),
        ]);
      // A register without a roll places nobody.
      expect(rollFacts([spell({ ...unit, status: 'UNKNOWN' })])).toEqual([]);
    },
  );

  it('has the key of the spell that is shown, and of what other records hold of it', () => {
    const first = { ...spell({ urn: 'A', from: 0, until: 9 }), id: 'first' };
    const again = { ...spell({ urn: 'A', from: 2, until: 9 }), id: 'again', recordedAt: '2026-10-01T00:00:00Z' };
    const before = { ...spell({ urn: 'A', from: -9, until: -3 }), id: 'before' };
    const elsewhere = { ...spell({ urn: 'B', from: 9, until: 12 }), id: 'elsewhere' };
    const keys = rollFacts([before, first, again, elsewhere]).map(({ key, otherKeys }) => [key, otherKeys]);
    expect(keys).toEqual([
      ['roll-ended/before', []],
      ['roll-ended/elsewhere', []],
      ['school-move/elsewhere', []],
    ]);
    expect(rollFacts([first, again])).toEqual([
      expect.objectContaining({ key: 'roll-ended/again', otherKeys: ['roll-ended/first'] }),
    ]);
    expect(rollFacts([first])).toEqual([expect.objectContaining({ key: 'roll-ended/first', otherKeys: [] })]);
  });

  it('is an end on each day after which a look at every day finds the child on no main roll', () => {
    const given = fc.record({
      urn: fc.constantFrom('A', 'B', 'C'),
      from: fc.integer({ min: 0, max: 20 }),
      days: fc.option(fc.integer({ min: 1, max: 8 })),
    });
    fc.assert(
      fc.property(fc.uniqueArray(given, { maxLength: 3, selector: ({ urn }) => urn }), (raw) => {
        const spans = raw.map(({ urn, from, days }) => ({ urn, from, until: days === null ? null : from + days }));
        const on = (at: number): boolean =>
          spans.some(({ from, until }) => from <= at && (until === null || at < until));
        const slow = Array.from({ length: 30 }, (_, at) => at).filter((at) => at > 0 && on(at - 1) && !on(at));
        const ends = rollFacts(spans.map(spell)).filter(({ kind }) => kind === 'ROLL_ENDED');
        expect([...new Set(ends.map(({ happenedOn }) => happenedOn))].sort()).toEqual(slow.map(day));
        const keys = rollFacts(spans.map(spell)).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
