import { describe, expect, it } from '@jest/globals';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { keyOfOne, recordMeant, speaksOfAnother } from './record-meant.js';

const held: PersonEvidence = {
  source: 'waiting-list:XAC01',
  sourceKey: '9990000018',
  given: 'Rosalind',
  family: 'Penhallow',
  preferred: null,
  previousFamily: null,
  dateOfBirth: '2016-05-05',
  sex: 'FEMALE',
  postcode: 'ZZ99 3CZ',
  identifiers: [{ type: 'NHS_NUMBER', value: '9990000018' }],
};
const nameless: PersonEvidence = {
  ...held,
  ...{ source: 'ssda903:990', sourceKey: '990/1', given: null, family: null, postcode: null },
  identifiers: [
    { type: 'SOCIAL_CARE_ID', value: '990/1' },
    { type: 'UPN', value: 'B801200005001' },
  ],
};
const otherUpn = [{ type: 'UPN' as const, value: 'K990200126033' }];

describe('what a source says next under one of its numbers', () => {
  it.each<[string, Partial<PersonEvidence>]>([
    ['given name and birthday', { given: 'Lysander', dateOfBirth: '2013-07-30' }],
    ['given name, and a birthday by a slip', { given: 'Lysander', dateOfBirth: '2016-05-06' }],
    ['given name and sex: a twin', { given: 'Lysander', sex: 'MALE' }],
    ['given name, in a file that gives the number to two', { given: 'Lysander', keyIsShared: true }],
    ['a name that rhymes, and birthday', { given: 'Rosamund', dateOfBirth: '2013-07-30' }],
  ])('is about somebody else where it differs by %s', (_by, differs) => {
    const said = { ...held, ...differs };
    expect(speaksOfAnother(held, said)).toBe(true);
    expect(speaksOfAnother(said, { ...held, keyIsShared: said.keyIsShared ?? false })).toBe(true);
  });

  it.each<[string, Partial<PersonEvidence>]>([
    ['surname', { family: 'Okafor' }],
    ['surname and home', { family: 'Okafor', postcode: 'ZZ99 4AA' }],
    ['birthday', { dateOfBirth: '2013-07-30' }],
    ['birthday by a slip, and sex', { dateOfBirth: '2016-05-06', sex: 'MALE' }],
    ['given name alone', { given: 'Marguerite' }],
    ['spelling', { given: 'Rosalynd', dateOfBirth: '2016-05-06' }],
    ['names the other way round', { given: 'Penhallow', family: 'Rosalind', dateOfBirth: '2016-05-06' }],
    ['nothing', {}],
    ['what was not said before', { given: null }],
    ['spelling, in a file that gives the number to two', { given: 'Rosalynd', keyIsShared: true }],
  ])('is a correction where it differs by %s', (_by, differs) => {
    expect(speaksOfAnother(held, { ...held, ...differs })).toBe(false);
  });

  it.each<[boolean, string, Partial<PersonEvidence>]>([
    [true, 'birthday and sex', { dateOfBirth: '2009-11-30', sex: 'MALE' }],
    [true, 'birthday and unique pupil number', { dateOfBirth: '2009-11-30', identifiers: otherUpn }],
    [false, 'birthday', { dateOfBirth: '2009-11-30' }],
    [false, 'birthday by a slip, and sex', { dateOfBirth: '2016-05-06', sex: 'MALE' }],
    [false, 'sex and unique pupil number', { sex: 'MALE', identifiers: otherUpn }],
    [false, 'no birthday at all', { dateOfBirth: null, sex: 'MALE' }],
  ])('without names is about somebody else (%s) where it differs by %s', (another, _by, differs) => {
    expect(speaksOfAnother(nameless, { ...nameless, ...differs })).toBe(another);
    expect(speaksOfAnother({ ...nameless, ...differs }, nameless)).toBe(another);
  });

  it('is of whom it is nearest to, of two who came under the number', () => {
    const twin = { ...held, given: 'Lysander', sex: 'MALE' as const };
    expect(recordMeant([held, twin], { ...held, family: 'Okafor' })).toBe(held);
    expect(recordMeant([twin, held], { ...held, family: 'Okafor' })).toBe(held);
    expect(recordMeant([held, twin], { ...twin, dateOfBirth: '2016-05-06' })).toBe(twin);
    expect(recordMeant([held, twin], { ...held, given: 'Otto', dateOfBirth: '2001-02-03', sex: 'UNKNOWN' })).toBe(
      'NOBODY',
    );
  });

  it('is not clear where it says too little to tell them apart, unless a person has said whose the number is', () => {
    const twin = { ...held, given: 'Lysander' };
    const unsaid = { ...held, given: null, sex: 'UNKNOWN' as const };
    expect(recordMeant([held, twin], unsaid)).toBe('UNCLEAR');
    expect(recordMeant([twin, held], unsaid)).toBe('UNCLEAR');
    expect(recordMeant([held, twin], unsaid, () => true)).toBe(held);
    const claim = { number: held.sourceKey, state: 'HELD' as const, withheld: [] };
    const holder = { ...twin, claim };
    expect(recordMeant([held, holder], unsaid)).toBe(holder);
  });

  it('is another where a third given name comes under a number of two, whatever else it has in common', () => {
    const twin = { ...held, given: 'Lysander' };
    const third = { ...held, given: 'Beatrix' };
    expect(recordMeant([held, twin], third)).toBe('NOBODY');
    expect(recordMeant([held], third)).toBe(held);
  });
});

describe('the name of one of two', () => {
  it('tells two people apart by what is said of them, in whatever form it comes', () => {
    const key = keyOfOne('9990000018', held);
    expect(key).toBe(keyOfOne('9990000018', { ...held, given: 'ROSALIND', postcode: null }));
    expect(key).not.toBe(keyOfOne('9990000018', { ...held, given: 'Lysander' }));
    expect(key).not.toContain('Rosalind');
  });
});
