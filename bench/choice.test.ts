import { describe, expect, it } from '@jest/globals';
import { WrongUsage } from '../cli/wrong-usage.js';
import { choiceOf } from './choice.js';
import { scales } from './scale.js';

describe('what a run is asked for', () => {
  it('is everything of 2,000 children unless said otherwise', () => {
    expect(choiceOf([])).toEqual({ scale: scales.full, against: null, json: false });
    expect(scales.full.children).toBe(2000);
  });

  it('may be another commit in turn, more children, other rounds', () => {
    const { scale, against, json } = choiceOf(['--against', 'abc', '--children', '30000', '--rounds', '7', '--json']);
    expect({ against, json, children: scale.children, rounds: scale.rounds }).toEqual({
      against: 'abc',
      json: true,
      children: 30_000,
      rounds: 7,
    });
    expect(choiceOf(['--quick', '--children', '50']).scale).toEqual({ ...scales.quick, children: 50 });
  });

  it.each([
    ['--children', 'many'],
    ['--rounds', '0'],
    ['--children', '1.5'],
    ['--against'],
    ['--agianst', 'abc'],
    ['abc'],
  ])('is refused where it is none: %s %s', (...args) => {
    expect(() => choiceOf(args)).toThrow(WrongUsage);
  });
});
