import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PersonEvidence } from '../../../platform/ingest/record.js';
import { ChildIndex, resolve } from './child-index.test-support.js';
import { declaredSources } from './declared-sources.test-support.js';
import { knownEvidence } from './held-record.js';
import { countedNames, NameCounts } from './name-counts.js';
import { recordKey } from './person-key.js';
import { WeighingResolver } from './resolve.js';
import { resolveBatch } from './resolve-batch.js';

const said: PersonEvidence = {
  ...{ source: 'school-census:900001', sourceKey: 'N990200121001', given: 'Thaddeus', family: 'Okaforr' },
  ...{ preferred: null, previousFamily: null, dateOfBirth: '2015-02-11', sex: 'MALE', postcode: null },
  identifiers: [],
};

/** Takes files in one after the other; how often each name stands among the records then. */
function counted(files: readonly (readonly PersonEvidence[])[]): { counts: Map<string, number>; index: ChildIndex } {
  const index = new ChildIndex();
  const counts = new Map<string, number>();
  for (const records of files) {
    const names = new NameCounts([]);
    resolveBatch(records, index.found(), {
      resolver: new WeighingResolver(),
      sources: declaredSources,
      mint: index.mint,
      today: '2026-11-20',
      now: '2026-11-20T10:00:00.000Z',
      onNames: (before, after) => names.move(before && knownEvidence(before), after && knownEvidence(after)),
    });
    index.take(records);
    for (const { kind, name, n } of names.changes) {
      const next = (counts.get(`${kind} ${name}`) ?? 0) + n;
      if (next === 0) counts.delete(`${kind} ${name}`);
      else counts.set(`${kind} ${name}`, next);
    }
  }
  return { counts, index };
}

describe('how common a name is', () => {
  it('moves with a surname that is put right', () => {
    const { counts } = counted([[said], [{ ...said, family: 'Okafor' }]]);
    expect(Object.fromEntries(counts)).toEqual({ 'record ': 1, 'given THADDEUS': 1, 'family OKAFOR': 1 });
  });

  it('counts a record no longer that its source asks to be deleted', () => {
    expect([...counted([[said], [{ ...said, deleted: true }]]).counts]).toEqual([]);
  });

  it('is what the records held then have, whatever came before', () => {
    const record = fc.record({
      sourceKey: fc.constantFrom('1', '2'),
      given: fc.constantFrom(null, 'Alan', 'Cyril'),
      family: fc.constantFrom('Bowden', 'Dixon'),
      dateOfBirth: fc.constantFrom('2014-01-02', '2009-11-30'),
      deleted: fc.constantFrom(false, false, false, true),
    });
    fc.assert(
      fc.property(fc.array(fc.array(record, { maxLength: 3 }), { maxLength: 4 }), (files) => {
        const { counts, index } = counted(files.map((rows) => rows.map((row) => ({ ...said, ...row }))));
        const expected = new Map<string, number>();
        const held = index.found().flatMap(({ records }) => records.filter(({ deletedOn }) => deletedOn === null));
        for (const { kind, name } of held.flatMap((one) => countedNames(knownEvidence(one))))
          expected.set(`${kind} ${name}`, (expected.get(`${kind} ${name}`) ?? 0) + 1);
        expect([...counts].sort()).toEqual([...expected].sort());
        expect(new Set(held.map(recordKey)).size).toBe(held.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a batch that is only looked at', () => {
  it('needs nobody to count its names', () => {
    expect(resolve([said], [], () => 'child-0').childIds).toEqual(['child-0']);
  });
});
