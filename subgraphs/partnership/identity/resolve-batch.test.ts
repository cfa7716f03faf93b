import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { careId, ChildIndex as Index, minter, resolve } from './child-index.test-support.js';
import { recordKey } from './person-key.js';

const evidence: fc.Arbitrary<PersonEvidence> = fc.record({
  source: fc.constantFrom('school-census:900001', 'case-list:990', 'cin-census:990', 'waiting-list:XAC01'),
  sourceKey: fc.constantFrom('1', '2', '3', '4'),
  given: fc.constantFrom(null, 'Alan', 'Cyril'),
  family: fc.constantFrom('Bowden', 'Dixon'),
  preferred: fc.constantFrom(null, 'Al'),
  previousFamily: fc.constant(null),
  dateOfBirth: fc.constantFrom(null, '2014-01-01', '2014-01-02'),
  sex: fc.constantFrom('FEMALE' as const, 'UNKNOWN' as const),
  postcode: fc.constantFrom(null, 'AA9A 9AA'),
  identifiers: fc.uniqueArray(fc.constantFrom(careId('1'), careId('2')), { maxLength: 1 }),
});

describe('a batch', () => {
  it('comes to the same however it is cut', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 12 }), fc.nat(12), (records, at) => {
        const [whole, cut] = [new Index(), new Index()];
        whole.take(records);
        cut.take(records.slice(0, at));
        cut.take(records.slice(at));
        expect(cut.groups()).toEqual(whole.groups());
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing when it comes again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(evidence, { maxLength: 12, selector: recordKey }), (records) => {
        const index = new Index();
        const first = index.take(records);
        const again = index.take(records);
        expect(again.childIds).toEqual(first.childIds);
        expect([again.versions, again.children, again.residents, again.links, again.aliases]).toEqual([
          [],
          [],
          [],
          [],
          [],
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps each record under an id of its own, but one system’s under one of its numbers', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 12 }), (records) => {
        const index = new Index();
        index.take(records);
        const system = (source: string): string => (/^(case-list|cin-census):/.test(source) ? 'case' : source);
        const held = index.found().flatMap(({ records: all }) => all);
        for (const one of held)
          for (const other of held)
            if (one.childId === other.childId) expect(system(one.source)).toBe(system(other.source));
      }),
      { numRuns: 300 },
    );
  });

  it('shows a child by the id of its eldest record, and every other id by that one', () => {
    fc.assert(
      fc.property(fc.array(fc.array(evidence, { maxLength: 5 }), { maxLength: 4 }), (batches) => {
        const index = new Index();
        for (const batch of batches) index.take(batch);
        for (const { shown, records } of index.found()) expect(records[0]?.childId).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });
});

const one: PersonEvidence = {
  source: 'waiting-list:XAC01',
  sourceKey: '1',
  given: 'Alan',
  family: 'Bowden',
  preferred: null,
  previousFamily: null,
  dateOfBirth: '2014-01-01',
  sex: 'UNKNOWN',
  postcode: 'AA9A 9AA',
  identifiers: [],
};
const atSchool = { ...one, source: 'school-census:900001' };

describe('a record', () => {
  it('is linked with the child it is of, under its own id', () => {
    const { childIds, links, aliases } = resolve([one, { ...one, source: 'case-list:990' }], [], minter());
    expect(childIds).toEqual(['child-0', 'child-1']);
    expect(links).toMatchObject([{ childId: 'child-1', into: 'child-0', rule: 'weights' }]);
    expect(aliases).toEqual([{ held: 'child-1', shown: 'child-0' }]);
  });

  it('shows the child’s facts on the row of each of its ids', () => {
    const { children } = resolve([one, { ...atSchool, family: 'Bowdon' }], [], minter());
    expect(children.map(({ childId, family }) => [childId, family]).sort()).toEqual([
      ['child-0', 'Bowdon'],
      ['child-1', 'Bowdon'],
    ]);
  });

  it('that may be a twin’s waits for a person, beside the child it may be', () => {
    const { reviews, links } = resolve([one, { ...atSchool, given: 'Cyril' }], [], minter());
    expect(links).toEqual([]);
    expect(reviews).toMatchObject([{ childId: 'child-1', reviewKind: 'TWIN', candidates: [{ childId: 'child-0' }] }]);
  });

  it('is weighed again when its source says something new, until it is linked', () => {
    const index = new Index();
    index.take([one, { ...atSchool, dateOfBirth: '2012-05-05', postcode: null }]);
    expect(index.found()).toHaveLength(2);
    expect(index.take([atSchool]).links).toHaveLength(1);
    expect(index.take([{ ...atSchool, family: 'Dixon', dateOfBirth: '2012-05-05' }]).links).toEqual([]);
    expect(index.found()).toHaveLength(1);
  });

  it('is not linked again with a child whom a person said it is not of', () => {
    const index = new Index();
    index.take([one, { ...atSchool, dateOfBirth: '2012-05-05', postcode: null }]);
    const found = index.found().map((child) => ({ ...child, apart: [['child-0', 'child-1']] as const }));
    const { links, reviews } = resolve([atSchool], found, minter());
    expect([links, reviews]).toEqual([[], []]);
  });

  it('is never linked with an adopted or sealed child, nor is such a child suggested', () => {
    const index = new Index();
    index.take([one]);
    const closed = index.found().map((child) => ({ ...child, closed: true }));
    expect(resolve([atSchool], closed, minter())).toMatchObject({ links: [], reviews: [] });
    // What its own system says next stays under its own id.
    expect(resolve([{ ...one, postcode: 'BB9B 9BB' }], closed, minter())).toMatchObject({
      childIds: ['child-0'],
      links: [],
    });
  });

  it('keeps what it said before', () => {
    const index = new Index();
    index.take([one]);
    const { former, versions } = index.take([{ ...one, family: 'Dixon' }]);
    expect(former).toMatchObject([{ family: 'Bowden' }]);
    expect(versions).toMatchObject([{ family: 'Dixon', formerFamilies: ['Bowden'] }]);
  });

  it('that its source asks to be deleted is emptied, taken out of its child, and does not come back', () => {
    const index = new Index();
    index.take([one, atSchool]);
    const gone = index.take([{ ...one, deleted: true }]);
    expect(gone).toMatchObject({
      childIds: ['child-0'],
      forgotten: [{ childId: 'child-0', outOf: 'child-1' }],
      former: [],
    });
    expect(gone.versions).toMatchObject([{ given: null, dateOfBirth: null, identifiers: [], deletedOn: '2026-11-20' }]);
    expect(gone.aliases).toContainEqual({ held: 'child-1', shown: null });
    expect(index.take([one])).toMatchObject({ childIds: [null], versions: [], links: [] });
  });

  it('that is deleted a second time, or was never held, takes nothing away and is not to come either', () => {
    const index = new Index();
    index.take([one]);
    expect(index.take([{ ...one, deleted: true }]).emptied).toEqual(new Set([recordKey(one)]));
    expect(index.take([{ ...one, deleted: true }])).toMatchObject({
      ...{ childIds: ['child-0'], versions: [], forgotten: [], emptied: new Set() },
    });
    expect(index.take([{ ...atSchool, deleted: true }])).toMatchObject({
      ...{ childIds: ['child-1'], forgotten: [{ childId: 'child-1', outOf: null }], emptied: new Set() },
    });
    expect(index.take([atSchool])).toMatchObject({ childIds: [null], versions: [] });
  });

  it('that is deleted leaves nothing of itself on what is shown of the rest, and no former version', () => {
    const index = new Index();
    index.take([{ ...one, preferred: 'Al' }, atSchool]);
    index.take([{ ...atSchool, source: 'case-list:990' }]);
    const { children, former, forgotten } = index.take([{ ...atSchool, deleted: true }]);
    expect(forgotten).toEqual([{ childId: 'child-1', outOf: 'child-0' }]);
    expect(former).toEqual([]);
    expect(children.map(({ childId }) => childId)).toContain('child-1');
    const { children: rest } = index.take([{ ...one, deleted: true }]);
    expect(rest.find(({ childId }) => childId === 'child-2')).toMatchObject({ preferred: null });
  });

  it('of one system goes alone while another of its files still says the same person’s', () => {
    const index = new Index();
    const caseOf = { ...atSchool, source: 'case-list:990', identifiers: [careId('1')] };
    index.take([caseOf, { ...caseOf, source: 'cin-census:990' }]);
    const first = index.take([{ ...caseOf, deleted: true }]);
    expect(first).toMatchObject({ forgotten: [], former: [], emptied: new Set([recordKey(caseOf)]) });
    const last = index.take([{ ...caseOf, source: 'cin-census:990', deleted: true }]);
    expect(last).toMatchObject({ forgotten: [{ childId: 'child-0', outOf: null }] });
  });

  it('that is deleted by the same batch leaves neither a link nor a review of it', () => {
    const linkedThenGone = resolve([one, atSchool, { ...atSchool, deleted: true }], [], minter());
    expect([linkedThenGone.links, linkedThenGone.reviews]).toEqual([[], []]);
    const twin = { ...atSchool, given: 'Cyril' };
    const suggestedThenGone = resolve([one, twin, { ...one, deleted: true }], [], minter());
    expect(suggestedThenGone.reviews).toEqual([]);
    const doubtfulThenGone = resolve([one, twin, { ...twin, deleted: true }], [], minter());
    expect(doubtfulThenGone.reviews).toEqual([]);
  });

  it('that waited for a person and says something else now is weighed anew, and waits for nobody it is not like', () => {
    const index = new Index();
    expect(index.take([one, { ...atSchool, given: 'Cyril' }]).reviews).toHaveLength(1);
    const moved = index.take([{ ...atSchool, given: 'Cyril', dateOfBirth: '2009-11-30', postcode: 'BB9B 9BB' }]);
    expect(moved).toMatchObject({ weighed: ['child-1'], reviews: [], links: [] });
  });

  it('of a system that holds two people under the number is not taken while it does not say of which it is', () => {
    const said = { ...one, identifiers: [careId('1')] };
    const records = [
      { ...said, source: 'case-list:990' },
      { ...said, source: 'cin-census:990', given: 'Cyril', family: 'Dixon', dateOfBirth: '2009-11-30' },
      { ...said, source: 'ssda903:990', given: null, family: null, dateOfBirth: null },
    ];
    const { childIds, unclear } = resolve(records, [], minter());
    expect(childIds).toEqual(['child-0', 'child-1', null]);
    expect([...unclear]).toEqual(records.slice(2));
    const alone = records.filter(({ source }) => source !== 'cin-census:990');
    expect(resolve(alone, [], minter()).childIds).toEqual(['child-0', 'child-0']);
  });

  it('counts a child as living here once a council or school source names them, from birth', () => {
    expect(resolve([one], [], minter()).residents).toEqual([]);
    expect(resolve([atSchool], [], minter()).residents).toEqual([{ childId: 'child-0', from: '2014-01-01' }]);
  });

  it('counts an unborn child as living here from today', () => {
    const { residents } = resolve([{ ...one, source: 'case-list:990', dateOfBirth: null }], [], minter());
    expect(residents).toEqual([{ childId: 'child-0', from: '2026-11-20' }]);
  });
});
