import { describe, expect, it } from '@jest/globals';
import type { Permit, Verdict } from '../access/permit.js';
import { seenChildren } from '../access/seen.js';
import type { RequestScope } from '../subgraph/manifest.js';
import { Domain } from '../vocabulary/domain.js';
import { feed } from './feed.js';

interface Row {
  readonly childId: string;
  readonly word: string;
}

const rows: readonly Row[] = ['c', 'a', 'b', 'a'].map((childId, n) => ({ childId, word: `${childId}${String(n)}` }));

/** A feed asked by somebody whose key names these operations, or by a person; and the permits it read under. */
function asked(operations: readonly string[] | null, outcome: Verdict['outcome'] = 'FULL') {
  const permits: Permit[] = [];
  const shown = { basis: 'SYSTEM', facets: new Set<never>(), diedOn: '2026-01-01' };
  const scope = { caller: { operations }, sources: () => Promise.resolve({ asAt: '2026-11-20T06:00:00Z' }) };
  const of = feed(scope as unknown as RequestScope, {
    ...{ holder: Domain.HEALTH, tier: 'T3', operation: 'word-feed' },
    read: (permit, children: readonly string[]) => {
      permits.push(permit);
      const verdicts = new Map(children.map((id) => [id, { outcome, ...shown }]));
      return Promise.resolve(seenChildren(verdicts, rows, ({ childId }) => childId));
    },
    answer: (own, childId, asAt) => ({ childId, words: own.map(({ word }) => word), asAt }),
  });
  return { of, permits };
}

describe('an internal feed', () => {
  it('answers for each child who is asked for, in that order, whether or not anything is held', async () => {
    const told = await asked(['HEALTH:word-feed']).of(['b', 'nobody', 'a']);
    expect(told).toEqual([
      { childId: 'b', words: ['b2'], asAt: '2026-11-20T06:00:00Z' },
      { childId: 'nobody', words: [], asAt: '2026-11-20T06:00:00Z' },
      { childId: 'a', words: ['a1', 'a3'], asAt: '2026-11-20T06:00:00Z' },
    ]);
  });

  it.each<[string, readonly string[] | null, boolean]>([
    ['the system whose key names it', ['HEALTH:word-feed'], false],
    ['a system of another operation', ['HEALTH:team-feed'], true],
    ['a person', null, true],
  ])('is asked for under a permit for systems: of %s', async (_, operations, refused) => {
    const { of, permits } = asked(operations);
    await of(['a']);
    expect(permits).toMatchObject([{ refused, request: { operation: 'word-feed', act: 'READ' } }]);
  });

  it.each(['REDACTED', 'EXISTENCE_ONLY'] as const)(
    'hands out nothing that is %s: a copy is of the whole',
    async (outcome) => {
      const told = await asked(['HEALTH:word-feed'], outcome).of(['a']);
      expect(told).toMatchObject([{ words: [] }]);
    },
  );
});
