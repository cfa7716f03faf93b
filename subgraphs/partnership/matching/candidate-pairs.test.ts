import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eachCandidatePair } from './candidate-pairs.js';
import type { Known } from './known.js';
import { matchKeys } from './match-keys.js';
import { known, someoneKnown, upns } from './people.test-support.js';

const mostSharing = 60;
const mostNumbered = 500;

function candidates(records: readonly Known[], across: number | null = null): string[] {
  const pairs: string[] = [];
  eachCandidatePair(records, across, (left, right) => pairs.push(`${left} ${right}`));
  return pairs.sort();
}

/** Slow and obvious: every two records that share the text of a key that is not too common. */
function oracle(records: readonly Known[], across: number | null): string[] {
  const texts = records.map((record) => new Set(matchKeys(record).map(({ text }) => text)));
  const holders = new Map<string, number>();
  for (const each of texts) for (const text of each) holders.set(text, (holders.get(text) ?? 0) + 1);
  const rare = texts.map((each) =>
    [...each].filter((text) => (holders.get(text) ?? 0) <= (/^(nhs|upn) /.test(text) ? mostNumbered : mostSharing)),
  );
  return records
    .flatMap((_one, left) => records.map((_other, right) => [left, right] as const))
    .filter(([left, right]) => left < right && (across === null || (left < across && right >= across)))
    .filter(([left, right]) => rare[left]?.some((text) => texts[right]?.has(text)))
    .map(([left, right]) => `${left} ${right}`)
    .sort();
}

const crowd = (count: number): Known[] => Array.from({ length: count }, () => known({ given: 'Zoë' }));

describe('the pairs to be compared', () => {
  it('are each called back once, and are those that share a key that is not too common', () => {
    fc.assert(
      fc.property(fc.array(someoneKnown, { maxLength: 60 }), (records) => {
        expect(candidates(records)).toEqual(oracle(records, null));
      }),
      { numRuns: 30 },
    );
  });

  it('are so where many keys are too common', () => {
    const few = fc.record({
      given: fc.constantFrom('Zoë', 'Zoë', 'Martha', null),
      family: fc.constantFrom('Quill', 'Quill', 'Thornbury'),
      dateOfBirth: fc.constantFrom('2014-05-06', '2009-11-30'),
      address: fc.option(fc.nat(60).map((house) => `${house} Invented Way`)),
    });
    fc.assert(
      fc.property(fc.array(few, { minLength: 120, maxLength: 160 }), fc.option(fc.nat(160)), (people, across) => {
        const records = people.map((words) => known(words));
        expect(candidates(records, across)).toEqual(oracle(records, across));
      }),
      { numRuns: 10 },
    );
  });

  it('across two files are of one record of each, the first file’s on the left', () => {
    fc.assert(
      fc.property(fc.array(someoneKnown, { maxLength: 50 }), fc.nat(50), (records, across) => {
        const pairs = candidates(records, across);
        expect(pairs).toEqual(oracle(records, across));
        for (const pair of pairs) {
          const [left = 0, right = 0] = pair.split(' ').map(Number);
          expect(left).toBeLessThan(across);
          expect(right).toBeGreaterThanOrEqual(across);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are none among records that say nothing, or one record', () => {
    expect(candidates([])).toEqual([]);
    expect(candidates([known({ given: 'Zoë', family: 'Quill' })])).toEqual([]);
    expect(candidates(Array.from({ length: 70 }, () => known({})))).toEqual([]);
  });

  it('under one key alone are all pairs of sixty records, and none of sixty-one', () => {
    expect(candidates(crowd(60))).toHaveLength((60 * 59) / 2);
    expect(candidates(crowd(61))).toEqual([]);
  });

  it('under a number are all pairs of five hundred records, and none of five hundred and one', () => {
    const sharer = known({ upn: upns[1] ?? '' });
    const count = (sharers: number): number => {
      let pairs = 0;
      eachCandidatePair(new Array<Known>(sharers).fill(sharer), null, () => (pairs += 1));
      return pairs;
    };
    expect(count(500)).toBe((500 * 499) / 2);
    expect(count(501)).toBe(0);
  });

  it('meet under a rare key where they share common ones too', () => {
    const one = { given: 'Zoë', family: 'Thornbury', dateOfBirth: '2014-05-06' };
    const records = [...crowd(80), known(one), known(one)];
    expect(candidates(records)).toEqual(['80 81']);
  });

  it('are the same pairs whatever order the records stand in', () => {
    const people = fc.array(someoneKnown, { maxLength: 40 });
    fc.assert(
      fc.property(
        people.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray([...records.keys()], { minLength: records.length })),
        ),
        ([records, order]) => {
          const moved = candidates(order.map((at) => records[at] ?? known({})));
          const back = moved.map((pair) =>
            pair
              .split(' ')
              .map((at) => order[Number(at)] ?? 0)
              .sort((a, b) => a - b)
              .join(' '),
          );
          expect(back.sort()).toEqual(candidates(records));
        },
      ),
      { numRuns: 30 },
    );
  });
});
