import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { fields, levelNames } from '../matching/comparison.js';
import { evidenceOf } from '../matching/judge.js';
import { differencesIn } from './match-review.mapper.js';

/** What is told of a pair in which one field stands at a level, and the rest are silent. */
const told = (field: (typeof fields)[number], level: number): string[] =>
  evidenceOf(
    Uint8Array.from(fields, (one) => (one === field ? level : 0)),
    'weights',
  );

describe('what differs', () => {
  it('is every field that is not the same, however little', () => {
    const same = ['the same', 'the same address', 'the same postcode'];
    for (const field of fields)
      for (const [level, name] of levelNames[field].entries()) {
        if (level === 0) continue;
        const evidence = told(field, level);
        expect({ evidence, differs: differencesIn(evidence).length > 0 }).toEqual({
          evidence,
          differs: !same.includes(name),
        });
      }
  });

  it('is no sentence about the pair as a whole', () => {
    const evidence = ['They may be twins, or another brother or sister.', 'Given name: different.', 'Sex: the same.'];
    expect(differencesIn(evidence)).toEqual(['Given name: different.']);
  });
});
