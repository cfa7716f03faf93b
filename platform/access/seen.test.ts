import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Facet } from '../vocabulary/facet.js';
import type { Verdict } from './permit.js';
import { type Seen, seenChildren } from './seen.js';
import { wholeOrNothing } from './whole-or-nothing.js';

const outcomes = ['FULL', 'REDACTED', 'EXISTENCE_ONLY'] as const;
const anId: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd');
const aVerdict = fc.record<Verdict>({
  outcome: fc.constantFrom(...outcomes),
  basis: fc.constantFrom('CASELOAD', 'REFERRAL'),
  facets: fc.constantFrom(new Set<Facet>(), new Set<Facet>(['HISTORY'])),
  diedOn: fc.option(fc.constant('2026-01-01')),
});
const rows = fc.array(fc.record({ childId: fc.option(anId, { nil: undefined }), n: fc.nat() }));
const verdicts = fc.array(fc.tuple(anId, aVerdict)).map((pairs) => new Map(pairs));

describe('what is handed out of a read', () => {
  it('is not taken for a whole where it may be a part', () => {
    // Each line fails the type check as soon as it no longer fails: `npm run check` compiles the tests.
    const taken = (seen: Seen<string>): unknown => [
      // @ts-expect-error Rows of a whole are there only where the outcome is known to be FULL.
      seen.rows,
      // @ts-expect-error Not even where it is known not to be EXISTENCE_ONLY.
      seen.outcome === 'EXISTENCE_ONLY' ? null : seen.rows,
      // @ts-expect-error Of what may only be known to exist there are no rows at all.
      seen.outcome === 'EXISTENCE_ONLY' ? seen.toRedact : null,
    ];
    expect(
      taken({ outcome: 'REDACTED', toRedact: ['all'], basis: 'CASELOAD', facets: new Set(), diedOn: null }),
    ).not.toContain('all');
  });

  it('is, of each child who is shown, the child’s own rows under the outcome, and of nobody else anything', () => {
    fc.assert(
      fc.property(verdicts, rows, (decided, read) => {
        const seen = seenChildren(decided, read, ({ childId }) => childId);
        expect([...seen.keys()]).toEqual([...decided.keys()]);
        for (const [id, verdict] of decided.entries()) {
          const own = read.filter(({ childId }) => childId === id);
          const part = {
            FULL: { rows: own },
            REDACTED: { toRedact: own },
            EXISTENCE_ONLY: { held: own.length > 0 },
          }[verdict.outcome];
          expect(seen.get(id)).toEqual({ ...verdict, ...part });
        }
      }),
    );
  });

  it('is whole or nothing where a part would mislead', () => {
    fc.assert(
      fc.property(verdicts, rows, (decided, read) => {
        const seen = seenChildren(decided, read, ({ childId }) => childId);
        for (const id of ['a', 'b', 'c', 'd']) {
          const expected = decided.get(id)?.outcome === 'FULL' ? read.filter(({ childId }) => childId === id) : [];
          expect(wholeOrNothing(seen.get(id))).toEqual(expected);
        }
      }),
    );
  });
});
