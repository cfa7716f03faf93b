import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { type Candidate, exactRules } from './resolve.js';

const nobody: PersonEvidence = {
  source: 'school-census:900001',
  sourceKey: 'one',
  given: null,
  family: null,
  preferred: null,
  previousFamily: null,
  dateOfBirth: null,
  sex: 'UNKNOWN',
  postcode: null,
  identifiers: [],
};

const said = (words: Partial<PersonEvidence>): PersonEvidence => ({ ...nobody, ...words });
const child = (childId: string, ...records: Partial<PersonEvidence>[]): Candidate => ({
  childId,
  records: records.map((words, at) => said({ source: 'other', sourceKey: `${childId}${String(at)}`, ...words })),
});
const upn = { type: 'UPN', value: 'A900000000001' } as const;
const careId = { type: 'SOCIAL_CARE_ID', value: '990/1' } as const;
const born = '2014-05-06';
const whole = { given: 'Zoë', family: 'O’Brien', dateOfBirth: born, postcode: 'AA9A 9AA' };

describe('the exact rules', () => {
  it('take the same key of the same source for the same child, whatever else it says', () => {
    const held = child('a', { source: nobody.source, sourceKey: 'one', dateOfBirth: '2010-01-01' });
    expect(exactRules.decide(said({ dateOfBirth: born }), [held])).toEqual({ childId: 'a', rule: 'source-key' });
  });

  it('take a number with the same date of birth', () => {
    const held = child('a', { identifiers: [upn] }, { dateOfBirth: born });
    const evidence = said({ identifiers: [upn], dateOfBirth: born });
    expect(exactRules.decide(evidence, [held])).toEqual({ childId: 'a', rule: 'number-and-date-of-birth' });
  });

  it.each([
    ['another date of birth', '2014-06-05'],
    ['no date of birth', null],
  ])('do not take a number with %s', (_what, dateOfBirth) => {
    const held = child('a', { identifiers: [upn], dateOfBirth: born });
    expect(exactRules.decide(said({ identifiers: [upn], dateOfBirth }), [held])).toEqual({ childId: null });
  });

  it.each([
    [null, born],
    [born, null],
    [null, null],
    [born, born],
  ])('take a social-care id where the dates of birth are %p and %p', (theirs, ours) => {
    const held = child('a', { identifiers: [careId], dateOfBirth: ours });
    expect(exactRules.decide(said({ identifiers: [careId], dateOfBirth: theirs }), [held])).toEqual({
      childId: 'a',
      rule: 'social-care-id',
    });
  });

  it('do not take a social-care id with another date of birth', () => {
    const held = child('a', { identifiers: [careId], dateOfBirth: '2014-06-05' });
    expect(exactRules.decide(said({ identifiers: [careId], dateOfBirth: born }), [held])).toEqual({ childId: null });
  });

  it('take the same name, date of birth and postcode, however the name is written', () => {
    const evidence = said({ ...whole, given: 'ZOE', family: 'Obrien' });
    expect(exactRules.decide(evidence, [child('a', whole)])).toEqual({
      childId: 'a',
      rule: 'name-date-of-birth-postcode',
    });
  });

  it.each(['given', 'family', 'dateOfBirth', 'postcode'] as const)(
    'never link on the rest where %s is missing',
    (field) => {
      const partly = { ...whole, [field]: null };
      expect(exactRules.decide(said(partly), [child('a', partly)])).toEqual({ childId: null });
    },
  );

  it('do not choose between two children', () => {
    expect(exactRules.decide(said(whole), [child('a', whole), child('b', whole)])).toEqual({ childId: null });
  });

  it('agree with a slow reading of the rules', () => {
    const identifiers = fc.uniqueArray(
      fc.record({
        type: fc.constantFrom('UPN' as const, 'NHS_NUMBER' as const, 'SOCIAL_CARE_ID' as const, 'ULN' as const),
        value: fc.constantFrom('1', '2'),
      }),
      { maxLength: 2 },
    );
    const evidence = fc.record({
      source: fc.constantFrom('s', 't'),
      sourceKey: fc.constantFrom('1', '2', '3'),
      given: fc.constantFrom(null, 'Al', 'AL'),
      family: fc.constantFrom(null, 'Bo'),
      preferred: fc.constant(null),
      previousFamily: fc.constant(null),
      dateOfBirth: fc.constantFrom(null, '2014-01-01', '2014-01-02'),
      sex: fc.constant('UNKNOWN' as const),
      postcode: fc.constantFrom(null, 'AA9A 9AA'),
      identifiers,
    });
    const children = fc.array(fc.array(evidence, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(evidence, children, (one, all) => {
        const candidates = all.map((records, at) => ({ childId: String(at), records }));
        const decided = exactRules.decide(one, candidates).childId;
        expect(decided).toBe(slowly(one, candidates));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The rules once more, pair by pair, as the brief states them. */
function slowly(one: PersonEvidence, candidates: readonly Candidate[]): string | null {
  const same = (types: string[], records: readonly PersonEvidence[]): boolean =>
    one.identifiers.some(
      (a) =>
        types.includes(a.type) &&
        records.some((r) => r.identifiers.some((b) => a.type === b.type && a.value === b.value)),
    );
  const born = (records: readonly PersonEvidence[]): boolean =>
    records.some((r) => r.dateOfBirth !== null && r.dateOfBirth === one.dateOfBirth);
  const undated = (records: readonly PersonEvidence[]): boolean =>
    one.dateOfBirth === null || records.every((r) => r.dateOfBirth === null);
  const alike = (r: PersonEvidence): boolean =>
    [one.given, one.family, one.dateOfBirth, one.postcode].every((value) => value !== null) &&
    one.given?.toLowerCase() === r.given?.toLowerCase() &&
    one.family === r.family &&
    one.dateOfBirth === r.dateOfBirth &&
    one.postcode === r.postcode;
  const tests: ((records: readonly PersonEvidence[]) => boolean)[] = [
    (records) => records.some((r) => r.source === one.source && r.sourceKey === one.sourceKey),
    (records) => same(['UPN', 'NHS_NUMBER'], records) && born(records),
    (records) => same(['SOCIAL_CARE_ID'], records) && (born(records) || undated(records)),
    (records) => records.some(alike),
  ];
  for (const test of tests) {
    const met = candidates.filter(({ records }) => test(records));
    if (met.length > 0) return met.length === 1 ? (met[0]?.childId ?? null) : null;
  }
  return null;
}
