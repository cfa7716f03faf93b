import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packWeek } from '../../../platform/code-sets/marks.js';
import { correctionsOf } from './corrections-of.js';

const recordedAt = '2026-11-20T08:00:00Z';
const of = (held: readonly (string | null)[], codes: (string | null)[], files: (string | null)[]) =>
  correctionsOf(
    packWeek(held),
    {
      ...{ enrolmentId: 'e1', childId: 'child', urn: '900001', weekBeginning: '2026-11-09' },
      ...{ codes, files },
    },
    recordedAt,
  );

const mark = fc.constantFrom(null, '/', 'N', 'I', 'C2', '#');
const week = fc.array(mark, { minLength: 10, maxLength: 10 });

describe('corrections of a week', () => {
  it('are of each session that had a mark and is given another, by the file that gives it', () => {
    fc.assert(
      fc.property(week, week, (held, given) => {
        const files = given.map((code, slot) => (code === null ? null : `${String(slot)}.csv`));
        const expected: unknown[] = [];
        for (let day = 0; day < 5; day++)
          for (const [half, session] of [
            [0, 'AM'],
            [1, 'PM'],
          ] as const) {
            const [was, became] = [held[2 * day + half], given[2 * day + half]];
            if (was && became && was !== became)
              expected.push({
                on: `2026-11-${String(9 + day).padStart(2, '0')}`,
                session,
                was,
                became,
                file: `${String(2 * day + half)}.csv`,
              });
          }
        const made = of(held, given, files);
        expect(made).toMatchObject(expected);
        expect(made).toHaveLength(expected.length);
        expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
      }),
    );
  });
});
