import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { reviewFrom } from '../matching/judge.js';
import { followNumbers } from './follow-numbers.js';
import { type Candidate, type Decision, WeighingResolver } from './resolve.js';

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
const born = '2014-05-06';
const zoe = { given: 'Zoë', family: 'O’Brien', dateOfBirth: born, postcode: 'AA9A 9AA' };
const upn = { type: 'UPN', value: 'B801200005001' } as const;
const nhsNumber = { type: 'NHS_NUMBER', value: '9990000018' } as const;
const otherNhsNumber = { type: 'NHS_NUMBER', value: '9990000026' } as const;
const careId = { type: 'SOCIAL_CARE_ID', value: '990/1' } as const;

const said = (words: Partial<PersonEvidence>): PersonEvidence => ({ ...nobody, ...words });
const child = (childId: string, ...records: Partial<PersonEvidence>[]): Candidate => ({
  childId,
  records: records.map((words, at) => said({ source: 'other', sourceKey: `${childId}${String(at)}`, ...words })),
});
const decide = (evidence: Partial<PersonEvidence>, ...candidates: Candidate[]): Decision =>
  new WeighingResolver().decide(said(evidence), candidates);

describe('whose record it is', () => {
  it('is a new child’s where nobody is alike', () => {
    expect(decide(zoe)).toEqual({ kind: 'NEW' });
    expect(decide(zoe, child('a', { ...zoe, given: 'Tom', family: 'Ash', dateOfBirth: '2010-01-01' }))).toEqual({
      kind: 'NEW',
    });
  });

  it('is the child’s of the same name, birthday and postcode, however the name is written', () => {
    const decision = decide({ ...zoe, given: 'ZOE', family: 'Obrien' }, child('a', zoe));
    expect(decision).toMatchObject({ kind: 'LINK', childId: 'a', rule: 'weights' });
  });

  it.each([
    ['NHS number', nhsNumber, 'nhs-number-and-date-of-birth'],
    ['pupil number', upn, 'upn-and-date-of-birth'],
  ] as const)('is the child’s with the same %s and birthday', (_what, number, rule) => {
    const held = child('a', { identifiers: [number] }, { dateOfBirth: born, identifiers: [number] });
    expect(decide({ dateOfBirth: born, identifiers: [number] }, held)).toMatchObject({
      kind: 'LINK',
      childId: 'a',
      rule,
    });
  });

  it('is nobody’s to ask about where there is no name: a birthday and a sex are many children’s', () => {
    const unnamed = { dateOfBirth: born, sex: 'MALE' as const, source: 'ssda903:990' };
    expect(decide(unnamed, child('a', unnamed), child('b', { ...zoe, sex: 'MALE' }))).toEqual({ kind: 'NEW' });
  });

  it('is for a person to say where names are crossed and the birthday may stand for its year alone', () => {
    const crossed = { ...zoe, given: zoe.family, family: zoe.given };
    expect(decide(crossed, child('a', zoe))).toMatchObject({ kind: 'LINK' });
    const newYear = { dateOfBirth: '2014-01-01' };
    expect(decide({ ...crossed, ...newYear }, child('a', { ...zoe, ...newYear }))).toMatchObject({ kind: 'REVIEW' });
    // Where the names stand as they are, in the same home, the birthday need not say much.
    expect(decide({ ...zoe, ...newYear }, child('a', { ...zoe, ...newYear }))).toMatchObject({ kind: 'LINK' });
    const away = { ...newYear, postcode: 'BB9B 9BB' };
    expect(decide({ ...zoe, ...away }, child('a', { ...zoe, ...newYear }))).not.toMatchObject({ kind: 'LINK' });
  });

  it('is for a person to say where the same number comes with another birthday and another family name', () => {
    const held = child('a', { ...zoe, identifiers: [nhsNumber] });
    const decision = decide({ ...zoe, family: 'Quill', dateOfBirth: '2009-11-30', identifiers: [nhsNumber] }, held);
    expect(decision).toMatchObject({ kind: 'REVIEW', reviewKind: 'CONFLICT', candidates: [{ childId: 'a' }] });
  });

  it('is never the child’s who has another valid NHS number, and is not suggested either', () => {
    const held = child('a', { ...zoe, identifiers: [nhsNumber] });
    expect(decide({ ...zoe, identifiers: [otherNhsNumber] }, held)).toEqual({ kind: 'NEW' });
  });

  it('follows a number that another took the place of: a record that holds both says so', () => {
    const held = child('a', { ...zoe, identifiers: [nhsNumber, otherNhsNumber] });
    for (const number of [nhsNumber, otherNhsNumber])
      expect(decide({ ...zoe, identifiers: [number] }, held)).toMatchObject({ kind: 'LINK', childId: 'a' });
  });

  it('follows it also where another of the child’s records still has the old number', () => {
    const old = { ...zoe, identifiers: [nhsNumber] };
    const told = { ...zoe, identifiers: [nhsNumber, otherNhsNumber] };
    const renumbered = { ...zoe, identifiers: [otherNhsNumber] };
    expect(decide(renumbered, child('a', old, told))).toMatchObject({ kind: 'LINK', childId: 'a' });
    expect(decide(renumbered, child('a', old))).toEqual({ kind: 'NEW' });
  });

  it('is for a person to say where it may be a twin’s', () => {
    expect(decide({ ...zoe, given: 'Martha' }, child('a', zoe))).toMatchObject({ kind: 'REVIEW', reviewKind: 'TWIN' });
  });

  it('is for a person to say where one of the child’s records is as it is, and another a twin’s', () => {
    const mixed = child('a', zoe, { ...zoe, given: 'Martha' });
    expect(decide(zoe, mixed)).toMatchObject({ kind: 'REVIEW', reviewKind: 'TWIN' });
  });

  it('is never an unborn child’s by rule, but by the council’s own number', () => {
    const unborn = { ...zoe, dateOfBirth: null };
    expect(decide(unborn, child('a', zoe)).kind).not.toBe('LINK');
    const held = child('a', { ...zoe, identifiers: [careId] });
    expect(decide({ ...unborn, identifiers: [careId] }, held)).toMatchObject({ kind: 'LINK', rule: 'social-care-id' });
  });

  it('is for a person to say where the council’s number comes with another birthday', () => {
    const held = child('a', { ...zoe, identifiers: [careId] });
    const decision = decide({ dateOfBirth: '2009-11-30', identifiers: [careId] }, held);
    expect(decision).toMatchObject({ kind: 'REVIEW', reviewKind: 'CONFLICT' });
  });

  it('is for a person to choose where two children are as near', () => {
    const decision = decide(zoe, child('a', zoe), child('b', zoe));
    expect(decision).toMatchObject({ kind: 'REVIEW', candidates: [{ childId: 'a' }, { childId: 'b' }] });
  });

  it('is the child’s whose number it carries, though another is as alike in the rest', () => {
    const decision = decide(
      { ...zoe, identifiers: [upn] },
      child('a', zoe),
      child('b', { ...zoe, identifiers: [upn] }),
    );
    expect(decision).toMatchObject({ kind: 'LINK', childId: 'b' });
  });

  it('says what speaks for and against in words, without a value', () => {
    const decision = decide({ ...zoe, given: 'Martha' }, child('a', zoe));
    const words = decision.kind === 'REVIEW' ? (decision.candidates[0]?.evidence.join(' ') ?? '') : '';
    expect(words).toContain('Date of birth: the same.');
    for (const value of [...Object.values(zoe), 'Martha', '2014']) expect(words).not.toContain(value);
  });

  const names = fc.constantFrom(null, 'Zoë', 'Zoe', 'Martha', 'Tom');
  const evidence = fc.record({
    source: fc.constantFrom('s:1', 't:1'),
    sourceKey: fc.constantFrom('1', '2', '3'),
    given: names,
    family: fc.constantFrom(null, 'O’Brien', 'Quill'),
    preferred: fc.constant(null),
    previousFamily: fc.constantFrom(null, 'Quill'),
    dateOfBirth: fc.constantFrom(null, born, '2014-06-05', '2009-11-30'),
    sex: fc.constantFrom('UNKNOWN' as const, 'FEMALE' as const),
    postcode: fc.constantFrom(null, 'AA9A 9AA', 'BB9B 9BB'),
    identifiers: fc.uniqueArray(fc.constantFrom(upn, nhsNumber, otherNhsNumber, careId), { maxLength: 2 }),
  });
  const children = fc
    .array(fc.array(evidence, { minLength: 1, maxLength: 3 }), { maxLength: 4 })
    .map((all) => all.map((records, at) => ({ childId: String(at), records })));

  it('never links against negative evidence, and suggests only what is likely enough', () => {
    fc.assert(
      fc.property(evidence, children, (one, candidates) => {
        const decision = new WeighingResolver().decide(one, candidates);
        const linked = decision.kind === 'LINK' ? candidates.find(({ childId }) => childId === decision.childId) : null;
        // A number that any of them says was superseded is no other number.
        const [own = one, ...records] = followNumbers([one, ...(linked?.records ?? [])]);
        for (const record of records) {
          const [mine, theirs] = [own, record].map(({ identifiers }) =>
            identifiers.filter(({ type }) => type === 'NHS_NUMBER').map(({ value }) => value),
          ) as [string[], string[]];
          expect(mine.length === 0 || theirs.length === 0 || mine.some((value) => theirs.includes(value))).toBe(true);
        }
        if (decision.kind === 'REVIEW')
          for (const { score } of decision.candidates) expect(score).toBeGreaterThanOrEqual(reviewFrom);
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(evidence, children, (one, candidates) => {
        const resolver = new WeighingResolver();
        expect(resolver.decide(one, [...candidates].reverse())).toEqual(resolver.decide(one, candidates));
      }),
      { numRuns: 500 },
    );
  });
});
