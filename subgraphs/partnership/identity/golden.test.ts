import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { declaredSources } from './declared-sources.test-support.js';
import { goldenOf as goldenBy, renewed, type Version } from './golden.js';

const nothing: Version = {
  source: 'cin-census:990',
  sourceKey: '1',
  given: null,
  family: null,
  preferred: null,
  previousFamily: null,
  dateOfBirth: null,
  sex: 'UNKNOWN',
  postcode: null,
  identifiers: [],
  received: '2026-01-01T00:00:00Z',
};
const goldenOf = (versions: readonly Version[]) => goldenBy(versions, declaredSources);
const version = (words: Partial<Version>): Version => ({ ...nothing, ...words });

describe('what is shown of a child', () => {
  it.each([
    ['school-census', 'case-list'],
    ['case-list', 'waiting-list'],
    ['waiting-list', 'cin-census'],
    ['cin-census', 'ssda903'],
    ['ssda903', 'peps'],
    ['peps', 'another'],
  ])('is what %s says before what %s says', (surer, other) => {
    const versions = [
      version({
        source: `${other}:1`,
        given: 'Other',
        family: 'Other',
        dateOfBirth: '2014-01-02',
        received: '2026-09-01T00:00:00Z',
      }),
      version({ source: `${surer}:1`, given: 'Surer', family: 'Surer', dateOfBirth: '2014-01-01' }),
    ];
    expect(goldenOf(versions)).toMatchObject({ given: 'Surer', family: 'Surer', dateOfBirth: '2014-01-01' });
  });

  it('is the latest of one kind of source', () => {
    const versions = [
      version({ source: 'school-census:900001', given: 'Old', family: 'School' }),
      version({ source: 'school-census:900002', given: 'New', family: 'School', received: '2026-09-01T00:00:00Z' }),
    ];
    expect(goldenOf(versions).given).toBe('New');
  });

  it('takes what the surest source leaves out from the next', () => {
    const versions = [
      version({ source: 'school-census:900001', given: 'Al', family: 'Bo' }),
      version({ source: 'case-list:990', given: 'Alan', family: 'Bow', dateOfBirth: '2014-01-01', sex: 'MALE' }),
    ];
    expect(goldenOf(versions)).toMatchObject({ given: 'Al', family: 'Bo', dateOfBirth: '2014-01-01', sex: 'MALE' });
  });

  it('never puts a name together from two sources', () => {
    const versions = [
      version({ source: 'school-census:900001', given: 'Al' }),
      version({ source: 'case-list:990', given: 'Alan', family: 'Bow' }),
    ];
    expect(goldenOf(versions)).toMatchObject({ given: 'Alan', family: 'Bow' });
  });

  it('has no name where only a return knows the child', () => {
    expect(goldenOf([version({ dateOfBirth: '2014-01-01' })])).toMatchObject({ given: null, family: null });
  });

  it('does not depend on the order its versions come in', () => {
    const some = fc.record({
      source: fc.constantFrom('school-census:1', 'school-census:2', 'case-list:990'),
      sourceKey: fc.constantFrom('1', '2'),
      given: fc.constantFrom(null, 'Al', 'Cy'),
      family: fc.constantFrom(null, 'Bo'),
      dateOfBirth: fc.constantFrom(null, '2014-01-01', '2014-01-02'),
      received: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
    });
    const several = fc.uniqueArray(some, { maxLength: 5, selector: ({ source, sourceKey }) => source + sourceKey });
    fc.assert(
      fc.property(several, (words) => {
        const versions = words.map(version);
        expect(goldenOf([...versions].reverse())).toEqual(goldenOf(versions));
      }),
    );
  });
});

describe('a source that speaks again', () => {
  const held = version({
    given: 'Al',
    family: 'Bo',
    postcode: 'AA9A 9AA',
    sex: 'MALE',
    identifiers: [{ type: 'UPN', value: '1' }],
  });
  const later = '2026-09-01T00:00:00Z';

  it('takes back nothing that it leaves out', () => {
    expect(renewed(held, { ...held, postcode: null, sex: 'UNKNOWN', identifiers: [] }, later)).toBe(held);
  });

  it('replaces what it says otherwise, and keeps a former number', () => {
    const next = renewed(held, { ...held, family: 'Bow', identifiers: [{ type: 'UPN', value: '2' }] }, later);
    expect(next).toMatchObject({ family: 'Bow', received: later });
    expect(next.identifiers).toEqual([
      { type: 'UPN', value: '1' },
      { type: 'UPN', value: '2' },
    ]);
  });

  it('names last the number in force, also where it tells a former one later', () => {
    const numbers = [
      { type: 'UPN' as const, value: '0' },
      { type: 'UPN' as const, value: '1' },
    ];
    const next = renewed(held, { ...held, identifiers: numbers }, later);
    expect(next.identifiers).toEqual(numbers);
    expect(renewed(next, held, later)).toBe(next);
  });

  it('says something new where it names another of its numbers as the one in force', () => {
    const [one, other] = [
      { type: 'UPN', value: '1' },
      { type: 'UPN', value: '2' },
    ] as const;
    const both = { ...held, identifiers: [one, other] };
    expect(renewed(both, { ...both, identifiers: [one] }, later)).toMatchObject({
      identifiers: [other, one],
      received: later,
    });
  });
});
