import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import type { Version } from './golden.js';
import { exactRules } from './resolve.js';
import { type Resolution, resolveBatch } from './resolve-batch.js';

type Found = { childId: string; records: Version[] }[];

const evidence: fc.Arbitrary<PersonEvidence> = fc.record({
  source: fc.constantFrom('school-census:900001', 'case-list:990', 'waiting-list:XAC01'),
  sourceKey: fc.constantFrom('1', '2', '3', '4'),
  given: fc.constantFrom(null, 'Al', 'Cy'),
  family: fc.constantFrom('Bo', 'Di'),
  preferred: fc.constantFrom(null, 'A'),
  previousFamily: fc.constant(null),
  dateOfBirth: fc.constantFrom(null, '2014-01-01', '2014-01-02'),
  sex: fc.constantFrom('FEMALE' as const, 'UNKNOWN' as const),
  postcode: fc.constantFrom(null, 'AA9A 9AA'),
  identifiers: fc.uniqueArray(
    fc.record({ type: fc.constantFrom('UPN' as const, 'SOCIAL_CARE_ID' as const), value: fc.constantFrom('1', '2') }),
    { maxLength: 2 },
  ),
});

const minter = (): (() => string) => {
  let next = 0;
  return () => `child-${String(next++)}`;
};

const resolve = (records: readonly PersonEvidence[], found: Found, mint: () => string): Resolution =>
  resolveBatch(records, found, { resolver: exactRules, mint, today: '2026-11-20', now: '2026-11-20T10:00:00.000Z' });

/** The index after a resolution, as the database would hold it. */
function after(found: Found, { versions }: Resolution): Found {
  const index = new Map(found.map(({ childId, records }) => [childId, [...records]]));
  for (const { childId, ...version } of versions) {
    const others = (index.get(childId) ?? []).filter(
      (one) => one.source !== version.source || one.sourceKey !== version.sourceKey,
    );
    index.set(childId, [...others, version]);
  }
  return [...index].map(([childId, records]) => ({ childId, records }));
}

describe('a batch', () => {
  it('comes to the same however it is cut', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 12 }), fc.nat(12), (records, at) => {
        const whole = resolve(records, [], minter());
        const mint = minter();
        const first = resolve(records.slice(0, at), [], mint);
        const second = resolve(records.slice(at), after([], first), mint);
        expect([...first.childIds, ...second.childIds]).toEqual(whole.childIds);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing when it comes again, and gives the same children', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 12 }), (records) => {
        const mint = minter();
        const first = resolve(records, [], mint);
        const again = resolve(records, after([], first), mint);
        expect(again.childIds).toEqual(first.childIds);
        expect([again.versions, again.children, again.residents]).toEqual([[], [], []]);
      }),
      { numRuns: 500 },
    );
  });

  const one: PersonEvidence = {
    source: 'waiting-list:XAC01',
    sourceKey: '1',
    given: 'Al',
    family: 'Bo',
    preferred: null,
    previousFamily: null,
    dateOfBirth: '2014-01-01',
    sex: 'UNKNOWN',
    postcode: 'AA9A 9AA',
    identifiers: [],
  };

  it('resolves two records of a new child to one', () => {
    const { childIds, children } = resolve([one, { ...one, source: 'case-list:990' }], [], minter());
    expect(childIds).toEqual(['child-0', 'child-0']);
    expect(children).toHaveLength(1);
  });

  it('counts a child as living here once a council or school source names them, from birth', () => {
    const mint = minter();
    const waiting = resolve([one], [], mint);
    expect(waiting.residents).toEqual([]);
    const census = resolve([{ ...one, source: 'school-census:900001' }], after([], waiting), mint);
    expect(census.residents).toEqual([{ childId: 'child-0', from: '2014-01-01' }]);
  });

  it('counts an unborn child as living here from today', () => {
    const { residents } = resolve([{ ...one, source: 'case-list:990', dateOfBirth: null }], [], minter());
    expect(residents).toEqual([{ childId: 'child-0', from: '2026-11-20' }]);
  });
});
