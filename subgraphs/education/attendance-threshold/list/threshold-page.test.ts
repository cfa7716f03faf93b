import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AttendanceThresholdKind } from '../threshold-kind.js';
import { cursorOf, pageOf, placeAt, type Reached } from './threshold-page.js';

const reached = (childId: string, reachedOn: string, urn: string, kind: AttendanceThresholdKind): Reached => ({
  ...{ childId, reachedOn },
  threshold: {
    ...{
      kind,
      rule: '',
      source: '',
      count: 10,
      limit: 10,
      reached: true,
      reachedOn,
      from: '',
      to: '',
      unmarkedDays: 0,
    },
    school: { urn, name: '', phase: null, type: null, localAuthority: null },
  },
});

const any = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'),
      fc.constantFrom('900001', '900002'),
      fc.constantFrom(...Object.values(AttendanceThresholdKind)),
    ),
    { selector: String },
  )
  .chain((keys) =>
    fc.tuple(
      ...keys.map(([childId, urn, kind]) =>
        fc.constantFrom('2026-11-02', '2026-11-19').map((on) => reached(childId, on, urn, kind)),
      ),
    ),
  );

/** Whoever goes on from page to page, while somebody may mix the list. */
function walked(all: readonly Reached[], first: number): Reached[] {
  const seen: Reached[] = [];
  for (let after: string | null = null; ;) {
    const { items, hasNext } = pageOf(all, first, after === null ? null : placeAt(after));
    seen.push(...items);
    const last = items.at(-1);
    if (!hasNext || !last) return seen;
    after = cursorOf(last);
  }
}

describe('pages of thresholds', () => {
  it('hold each once, the last reached first, whatever order they come in', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 5 }), (all, first) => {
        const seen = walked(all, first);
        expect(seen).toHaveLength(all.length);
        expect(new Set(seen)).toEqual(new Set(all));
        expect(walked([...all].reverse(), first)).toEqual(seen);
        const days = seen.map(({ reachedOn }) => reachedOn);
        expect(days).toEqual([...days].sort().reverse());
      }),
    );
  });

  it('are not told after what is no cursor', () => {
    expect(() => placeAt('x')).toThrow('after must be a cursor of this list.');
  });
});
