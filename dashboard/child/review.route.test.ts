import { describe, expect, it } from '@jest/globals';
import { personas } from '../../platform/auth/personas.js';
import { mayReview } from './may-review.js';
import { reviewFaults, triedOf } from './review.route.js';

const today = '2026-11-20';
const form = { tried: 'Mentor\n\n  Quiet room \r\n', pupilWords: '', reviewedOn: '2026-11-18' };
const fields = (over: object) => reviewFaults({ ...form, ...over }, today).map(({ field }) => field);

describe('what was tried with a child before an exclusion', () => {
  it('is a line each, without what is blank', () => {
    expect(triedOf(form)).toEqual(['Mentor', 'Quiet room']);
    expect(fields({})).toEqual([]);
  });

  it.each<[string, object, string[]]>([
    ['nothing', { tried: ' \n ' }, ['tried']],
    ['too many lines', { tried: 'x\n'.repeat(21) }, ['tried']],
    ['a line too long', { tried: 'x'.repeat(201) }, ['tried']],
    ['words too long', { pupilWords: 'x'.repeat(2001) }, ['pupilWords']],
    ['no day', { reviewedOn: '' }, ['reviewedOn']],
    ['a day to come', { reviewedOn: '2026-11-21' }, ['reviewedOn']],
    ['a day of another school year', { reviewedOn: '2026-08-31' }, ['reviewedOn']],
  ])('is not %s', (_, over, expected) => {
    expect(fields(over)).toEqual(expected);
  });

  it('is as much as there may be, on the first and the last day that may be', () => {
    expect(fields({ tried: `${'x'.repeat(200)}\n`.repeat(20), pupilWords: 'x'.repeat(2000) })).toEqual([]);
    expect([fields({ reviewedOn: '2026-09-01' }), fields({ reviewedOn: today })]).toEqual([[], []]);
  });

  it('is recorded by those whom the hub takes it from', () => {
    expect(personas.filter(({ role }) => mayReview(role)).map(({ role }) => role)).toEqual([
      ...['senco', 'designated-safeguarding-lead', 'headteacher', 'virtual-school-head', 'virtual-school-adviser'],
    ]);
  });
});
