import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { careId, ChildIndex, minter, resolve } from './child-index.test-support.js';
import { declaredSources } from './declared-sources.test-support.js';
import { disputeOf } from './dispute.js';
import { KnownChildren } from './known-children.js';
import { keyGiven } from './number-claim.js';
import { speaksOfAnother } from './record-meant.js';
import type { Resolution } from './resolution.js';

const number = '9990000018';
const rosalind: PersonEvidence = {
  source: 'waiting-list:XAC01',
  sourceKey: number,
  given: 'Rosalind',
  family: 'Penhallow',
  preferred: null,
  previousFamily: null,
  dateOfBirth: '2016-05-05',
  sex: 'FEMALE',
  postcode: 'ZZ99 3CZ',
  identifiers: [{ type: 'NHS_NUMBER', value: number }],
};
const lysander: PersonEvidence = { ...rosalind, given: 'Lysander', sex: 'MALE' };
const ottilie: PersonEvidence = { ...rosalind, given: 'Ottilie', family: 'Lindqvist', dateOfBirth: '2013-07-30' };

/** Who holds the number, as a look-up by it would find them. */
const holders = (index: ChildIndex): string[] =>
  index
    .found()
    .flatMap(({ records }) => records)
    .filter(({ identifiers }) => identifiers.some(({ value }) => value === number))
    .map(({ given }) => given ?? '');

/** Every record by what it is called and says, however the ids read. */
const told = (index: ChildIndex): string[] =>
  index
    .found()
    .flatMap(({ records }) => records)
    .map(({ source, sourceKey, given, family, dateOfBirth, sex, identifiers, claim }) =>
      JSON.stringify([source, sourceKey, given, family, dateOfBirth, sex, identifiers, claim ?? null]),
    )
    .sort();

/** What a person is asked, by the words of whom it is about. */
function asked(index: ChildIndex, { reviews }: Resolution): string[] {
  const nameOf = (id: string): string =>
    index.found().flatMap(({ records }) => records.filter(({ childId }) => childId === id))[0]?.given ?? '';
  return reviews
    .map(({ childId, reviewKind, candidates }) =>
      [reviewKind, nameOf(childId), ...candidates.map((one) => nameOf(one.childId)).sort()].join(' '),
    )
    .sort();
}

describe('one number, two people', () => {
  it.each<[string, readonly (readonly PersonEvidence[])[]]>([
    ['in one file', [[rosalind, lysander]]],
    ['in one file, the other way round', [[lysander, rosalind]]],
    ['in two files', [[rosalind], [lysander]]],
    ['in two files, the other way round', [[lysander], [rosalind]]],
  ])('%s: both stand, nobody holds the number, and a person is asked of each', (_how, files) => {
    const index = new ChildIndex();
    const asking = files.map((file) => index.take(file)).flatMap((resolution) => asked(index, resolution));
    expect(asking).toEqual(['CONFLICT Lysander Rosalind', 'CONFLICT Rosalind Lysander']);
    expect(holders(index)).toEqual([]);
    const other = new ChildIndex();
    other.take([rosalind, lysander]);
    expect(told(index)).toEqual(told(other));
  });

  it('each is told by its own words from then on, and neither becomes the other', () => {
    const index = new ChildIndex();
    const [first] = index.take([rosalind]).childIds;
    const [second] = index.take([lysander]).childIds;
    expect(second).not.toBe(first);
    const again = index.take([{ ...lysander, family: 'Penhalow' }, rosalind, lysander]);
    expect(again.childIds).toEqual([second, first, second]);
    expect([again.links, again.versions.filter(({ given }) => given === 'Rosalind')]).toEqual([[], []]);
    expect(holders(index)).toEqual([]);
  });

  it('twins of one sex are told apart where one file names both, and whoever came first stays who they were', () => {
    const sister = { ...rosalind, given: 'Marguerite', keyIsShared: true };
    const index = new ChildIndex();
    const [first] = index.take([rosalind]).childIds;
    const { childIds } = index.take([sister, { ...rosalind, keyIsShared: true }]);
    expect(childIds).toEqual(['child-1', first]);
    expect(holders(index)).toEqual([]);
  });

  it('a third is nobody of the two', () => {
    const index = new ChildIndex();
    index.take([rosalind, lysander]);
    const resolution = index.take([ottilie]);
    expect(asked(index, resolution)).toContain('CONFLICT Ottilie Lysander Rosalind');
    expect(told(index)).toHaveLength(3);
    expect(holders(index)).toEqual([]);
  });

  it('comes to the same in whatever order, and however it is cut into files', () => {
    const person = fc.record({
      given: fc.constantFrom('Rosalind', 'Lysander', 'Otto'),
      dateOfBirth: fc.constantFrom('2016-05-05', '2013-07-30', '2009-11-30'),
      sex: fc.constantFrom('FEMALE' as const, 'MALE' as const),
      source: fc.constantFrom('waiting-list:XAC01', 'school-census:900001', 'case-list:990', 'peps:990'),
    });
    fc.assert(
      fc.property(person, person, fc.boolean(), (a, b, cut) => {
        const [one, other] = [a, b].map((who): PersonEvidence => ({ ...rosalind, ...who, source: a.source }));
        if (!one || !other || !speaksOfAnother(one, other)) return;
        const run = (records: PersonEvidence[]): ChildIndex => {
          const index = new ChildIndex();
          for (const file of cut ? records.map((record) => [record]) : [records]) index.take(file);
          return index;
        };
        const [there, back] = [run([one, other]), run([other, one])];
        expect(told(there)).toEqual(told(back));
        expect(told(there)).toHaveLength(2);
        expect(holders(there)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('a council’s number is disputed in all of its files', () => {
    const id = careId('990/1');
    const of = (source: string, over: Partial<PersonEvidence>): PersonEvidence => ({
      ...rosalind,
      ...{ source, sourceKey: '990/1', identifiers: [id], postcode: null },
      ...over,
    });
    const unnamed = { given: null, family: null };
    const index = new ChildIndex();
    index.take([of('case-list:990', {}), of('cin-census:990', unnamed)]);
    const resolution = index.take([of('case-list:990', { given: 'Otto', dateOfBirth: '2009-11-30', sex: 'MALE' })]);
    expect(resolution.childIds).toEqual(['child-1']);
    const held = index.found().flatMap(({ records }) => records);
    expect(held.map(({ claim }) => claim?.state)).toEqual(['DISPUTED', 'DISPUTED', 'DISPUTED']);
    expect(held.flatMap(({ identifiers }) => identifiers)).toEqual([]);
    // The return goes on speaking of whom it spoke of.
    expect(index.take([of('cin-census:990', { ...unnamed, sex: 'UNKNOWN' })]).childIds).toEqual(['child-0']);
  });

  it('a return that names another than the case list under one number stands beside it', () => {
    const of = (source: string, over: Partial<PersonEvidence>): PersonEvidence => ({
      ...{ ...rosalind, source, sourceKey: '990/1', identifiers: [careId('990/1')], postcode: null },
      ...over,
    });
    const other = { given: null, family: null, dateOfBirth: '2009-11-30', sex: 'MALE' as const };
    const { childIds, reviews, versions } = resolve([of('case-list:990', {}), of('ssda903:990', other)], [], minter());
    expect(childIds).toEqual(['child-0', 'child-1']);
    expect(reviews.map(({ childId }) => childId).sort()).toEqual(['child-0', 'child-1']);
    expect(versions.map(({ identifiers, claim }) => [identifiers, claim?.state])).toEqual([
      [[], 'DISPUTED'],
      [[], 'DISPUTED'],
    ]);
  });

  it('each keeps a name of its own, also where one is put right to the words that another had', () => {
    const index = new ChildIndex();
    const marguerite = { ...rosalind, given: 'Marguerite' };
    index.take([rosalind, lysander]);
    const [third] = index.take([marguerite]).childIds;
    expect(third).toBe('child-2');
    // Rosalind’s record is put right, letter by letter, until another may come with what it said first.
    index.take([{ ...rosalind, given: 'Rosalynd' }]);
    expect(index.take([marguerite, rosalind]).childIds).toEqual(['child-2', 'child-0']);
    const drifted = new ChildIndex();
    drifted.take([rosalind, { ...lysander, keyIsShared: true }]);
    drifted.take([{ ...rosalind, family: 'Okafor' }]);
    drifted.take([{ ...rosalind, family: 'Okafor', dateOfBirth: '2016-05-06' }]);
    const { childIds } = drifted.take([{ ...rosalind, given: 'Otto', dateOfBirth: '2009-11-30' }]);
    expect(childIds).toEqual(['child-2']);
    expect(told(drifted)).toHaveLength(3);
  });

  it('a row that does not say which of them it is of is not taken, until a person has said whose the number is', () => {
    const index = new ChildIndex();
    index.take([rosalind, lysander]);
    const unsaid = { ...rosalind, given: null, sex: 'UNKNOWN' as const };
    const { childIds, unclear, versions } = index.take([unsaid]);
    expect([childIds, [...unclear], versions]).toEqual([[null], [unsaid], []]);
  });

  it('what another of the council’s files says without a name is told by what it says, or not taken', () => {
    const id = careId('990/1');
    const of = (source: string, over: Partial<PersonEvidence>): PersonEvidence => ({
      ...{ ...rosalind, source, sourceKey: '990/1', identifiers: [id], postcode: null },
      ...over,
    });
    const unnamed = { given: null, family: null };
    const twins = [of('case-list:990', {}), of('case-list:990', { given: 'Lysander', sex: 'MALE' })];
    const index = new ChildIndex();
    index.take(twins);
    expect(index.take([of('ssda903:990', { ...unnamed, sex: 'MALE' })]).childIds).toEqual(['child-1']);
    expect(index.take([of('cin-census:990', { ...unnamed, sex: 'UNKNOWN' })]).childIds).toEqual([null]);
    expect(index.found().flatMap(({ records }) => records.flatMap(({ identifiers }) => identifiers))).toEqual([]);
  });

  it('is linked by what else speaks of who it is, in whatever order they came', () => {
    const school = { ...rosalind, source: 'school-census:900001', sourceKey: 'K990200126033', identifiers: [] };
    const linked = (...records: PersonEvidence[]): string[] => {
      const index = new ChildIndex();
      for (const record of records) index.take([record]);
      return index
        .found()
        .filter(({ records: all }) => all.length > 1)
        .flatMap(({ records: all }) => all.map(({ source, given }) => `${source} ${given ?? ''}`).sort());
    };
    const expected = ['school-census:900001 Rosalind', 'waiting-list:XAC01 Rosalind'];
    expect(linked(school, rosalind, lysander)).toEqual(expected);
    expect(linked(school, lysander, rosalind)).toEqual(expected);
  });

  it('a person is still asked about whom else they were to be asked', () => {
    const twinAtSchool = { ...rosalind, source: 'school-census:900001', given: 'Marguerite', identifiers: [] };
    const index = new ChildIndex();
    index.take([twinAtSchool]);
    index.take([rosalind]);
    const resolution = index.take([lysander]);
    expect(asked(index, resolution)).toContain('CONFLICT Rosalind Lysander Marguerite');
  });

  it('nobody is asked of somebody who is not to be spoken of any more', () => {
    const index = new ChildIndex();
    index.take([rosalind, lysander]);
    const closed = index.found().map((child) => ({ ...child, closed: child.shown === 'child-1' }));
    expect(resolve([{ ...rosalind, family: 'Okafor' }], closed, index.mint).reviews).toEqual([]);
  });

  it('is the other’s, once the source of one asks for it to be deleted', () => {
    const of = (source: string, over: Partial<PersonEvidence>): PersonEvidence => ({
      ...{ ...rosalind, source, sourceKey: '990/1', identifiers: [careId('990/1')], postcode: null },
      ...over,
    });
    const other = { given: null, family: null, dateOfBirth: '2009-11-30', sex: 'MALE' as const };
    const index = new ChildIndex();
    index.take([of('case-list:990', {}), of('ssda903:990', other)]);
    index.take([{ ...of('case-list:990', {}), deleted: true }]);
    const left = index.found().flatMap(({ records }) => records.filter(({ deletedOn }) => deletedOn === null));
    expect(left.map(({ identifiers, claim }) => [identifiers, claim?.state])).toEqual([[[careId('990/1')], 'HELD']]);
  });

  it('nobody is asked of a child who is not to be spoken of: the number stays, and the other goes without', () => {
    const index = new ChildIndex();
    index.take([rosalind]);
    const closed = index.found().map((child) => ({ ...child, closed: true }));
    const { childIds, reviews, versions, renamed } = resolve([lysander], closed, index.mint);
    expect([childIds, reviews, renamed]).toEqual([['child-1'], [], []]);
    expect(versions).toMatchObject([{ given: 'Lysander', identifiers: [], claim: { state: 'ANOTHERS' } }]);
  });

  it('its source asks for both to be deleted, since it knows them by one number', () => {
    const index = new ChildIndex();
    index.take([rosalind, lysander]);
    const gone = index.take([{ ...rosalind, deleted: true }]);
    expect(gone.forgotten.map(({ childId }) => childId)).toEqual(['child-0', 'child-1']);
    expect(gone.emptied).toEqual(new Set([`waiting-list:XAC01|${number}`]));
    expect(gone.reviews).toEqual([]);
    expect(index.take([lysander]).childIds).toEqual([null]);
    expect(index.found().flatMap(({ records }) => records.map(keyGiven))).toEqual([number, number]);
  });
});

describe('what a person is asked of a number that two people came under', () => {
  const index = new ChildIndex();
  const [one = '', two = ''] = index.take([rosalind, lysander]).childIds.map(String);
  const known = (over: { apart?: readonly (readonly [string, string])[]; closed?: string }) =>
    new KnownChildren(
      index
        .found()
        .map((child) => ({ ...child, apart: over.apart ?? child.apart, closed: child.shown === over.closed })),
      declaredSources,
    );
  const rivalsOf = (childId: string, children: KnownChildren) =>
    disputeOf(childId, children)?.candidates.map((candidate) => candidate.childId);

  it('is whether each is the other', () => {
    expect([rivalsOf(one, known({})), rivalsOf(two, known({}))]).toEqual([[two], [one]]);
  });

  it('is not asked again of two whom a person has said to be two, nor of one who is not to be spoken of', () => {
    for (const over of [{ apart: [[one, two] as const] }, { closed: two }])
      expect([over, disputeOf(one, known(over))]).toEqual([over, null]);
  });
});
