import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../../cli/schema-files.js';
import { areas } from './areas.js';
import { corrected } from './corrected.js';
import type { Example, ExampleChild } from './example.js';
import { type ExampleHub, loadExample, schoolOf } from './load-example.js';
import { sessionsOf } from './oracle.js';

interface Shown {
  readonly kind: string;
  readonly school: { readonly urn: string };
  readonly count: number;
  readonly reached: boolean;
}

const question = operations().find(({ name }) => name === 'child-attendance-thresholds')?.text ?? '';

/** The areas are of so few weeks that all of them are within ten. */
const missed = (child: ExampleChild) => sessionsOf(child).filter(({ code }) => ['G', 'N', 'O', 'U'].includes(code));

describe.each(areas())('thresholds of attendance of %s', (_, first) => {
  let hub: ExampleHub;
  let area: Example = first;
  beforeAll(async () => {
    hub = await loadExample(area);
  });
  afterAll(() => hub.close());

  async function shownOf(child: ExampleChild): Promise<readonly Shown[]> {
    const as = { persona: 'senco', school: schoolOf(child) } as const;
    const { body } = await hub.post(as, question, { id: hub.idOf(child.key) });
    expect(body.errors).toBeUndefined();
    const shown = body.data?.['child'] as { education: { attendanceThresholds: readonly Shown[] } } | null;
    return (shown?.education.attendanceThresholds ?? []).filter(({ kind }) => kind === 'TEN_SESSIONS_UNAUTHORISED');
  }

  const total = (shown: readonly Shown[]): number => shown.reduce((sum, { count }) => sum + count, 0);

  it('count unauthorised sessions school by school, and once', async () => {
    const written = area.expect?.penaltyNotice;
    for (const child of area.children) {
      const shown = await shownOf(child);
      const bySchool = Object.fromEntries(shown.map(({ school, count }) => [school.urn, count]));
      const expected: Record<string, number> = {};
      for (const { urn } of missed(child)) expected[urn] = (expected[urn] ?? 0) + 1;
      expect([child.key, bySchool]).toEqual([child.key, expected]);
      if (written) expect([child.key, total(shown)]).toEqual([child.key, written[child.key]]);
      expect(shown.some(({ reached, count }) => reached !== count >= 10)).toBe(false);
      if (written)
        expect(shown.some(({ reached }) => reached)).toBe(
          (written['thresholdReached'] as string[]).includes(child.key),
        );
    }
  });

  it('follow what a school puts right', async () => {
    for (const correction of first.afterCorrections) {
      await hub.correct(correction);
      area = corrected(area, correction);
      for (const child of area.children) {
        const count = total(await shownOf(child));
        expect([child.key, count]).toEqual([child.key, missed(child).length]);
        if (correction.expect?.['child'] === child.key && 'penaltyNotice' in correction.expect)
          expect(count).toBe(correction.expect['penaltyNotice']);
      }
    }
  });
});
