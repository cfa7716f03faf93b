import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AttendanceThresholdKind } from '../threshold-kind.js';
import { cursorOf, pageOf, placeAt, type Reached, upToPlace } from './threshold-page.js';

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

const children = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const days = ['2026-11-02', '2026-11-19'] as const;

const any = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(...children),
      fc.constantFrom('900001', '900002'),
      fc.constantFrom(...Object.values(AttendanceThresholdKind)),
    ),
    { selector: String },
  )
  .chain((keys) =>
    fc.tuple(
      ...keys.map(([childId, urn, kind]) => fc.constantFrom(...days).map((on) => reached(childId, on, urn, kind))),
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

  it('are known up to the last that a child who was looked at can have', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...children), fc.constantFrom(...days), (all, child, day) => {
        const last = reached(child, day, '999999', AttendanceThresholdKind.TWO_DAYS_UNEXPLAINED);
        const list = pageOf([...all, last], 100, null).items;
        const known = upToPlace(all, `2912119 ${day} ${child}`);
        expect(new Set(known)).toEqual(new Set(list.slice(0, list.indexOf(last))));
      }),
    );
  });

  it('are not told after what is no cursor', () => {
    expect(() => placeAt('x')).toThrow('after must be a cursor of this list.');
  });
});
