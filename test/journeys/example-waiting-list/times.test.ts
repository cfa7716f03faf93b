import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { As } from '../../support/hub.js';
import { areas } from './areas.js';
import { type ExampleHub, keeperOf, loadExample } from './load-example.js';
import { bandsOf, timesOf } from './oracle.js';

const question = `query Times($by: [WaitingTimesDimension!]!, $asAt: Date) { waitingTimes(by: $by, asAt: $asAt) {
  service band children suppressed medianDays medianWeeks percentile92Days percentile92Weeks } }`;

interface Cell {
  readonly service: string | null;
  readonly band: string | null;
  readonly children: number | null;
  readonly suppressed: boolean;
  readonly medianDays: number | null;
}

const journeys = areas().flatMap(([name, area]) =>
  (['files', 'mutations'] as const).map((way) => [name, way, area] as const),
);

describe.each(journeys)('figures of those who wait in %s, by %s', (_name, way, area) => {
  let hub: ExampleHub;
  beforeAll(async () => {
    hub = await loadExample(area, way);
  });
  afterAll(() => hub.close());

  async function ask(as: As, by: readonly string[], asAt: string): Promise<readonly Cell[]> {
    const { body } = await hub.post(as, question, { by, asAt });
    expect(body.errors).toBeUndefined();
    return body.data?.['waitingTimes'] as readonly Cell[];
  }

  const providers = [...new Set(area.entries.map(({ providerOds }) => providerOds))];
  const days = [area.asAt, ...(area.expect ? [area.expect.onThe20thOfJune.asAt] : ['2026-06-14', '2026-06-15'])];

  it.each(providers.flatMap((ods) => days.map((day) => [ods, day] as const)))(
    'are exact for %s at the end of %s, as its history was',
    async (ods, day) => {
      const own = area.entries.filter(({ providerOds }) => providerOds === ods);
      const { waiting, medianDays, medianWeeks, p92Days, p92Weeks } = timesOf(area, own, day);
      const [all, ...more] = await ask(keeperOf(ods), [], day);
      expect(more).toEqual([]);
      expect([ods, all?.children]).toEqual([ods, waiting]);
      if (waiting === 0) return;
      expect([ods, all]).toMatchObject([
        ods,
        {
          ...{ suppressed: false, medianDays: expect.closeTo(medianDays, 2), medianWeeks },
          ...{ percentile92Days: expect.closeTo(p92Days, 2), percentile92Weeks: p92Weeks },
        },
      ]);
    },
  );

  it('keep 0 as 0 and hide every small number from who plans services', async () => {
    const bands = bandsOf(area, area.asAt);
    for (const { band, children, suppressed, medianDays } of await ask(
      { persona: 'commissioner' },
      ['BAND'],
      area.asAt,
    )) {
      const few = (bands[band ?? ''] ?? 0) > 0;
      expect([band, few ? null : 0, few, null]).toEqual([band, children, suppressed, medianDays]);
    }
    const [all] = await ask({ persona: 'commissioner' }, [], area.asAt);
    // Every group is small: their sum would tell of them.
    expect(all).toMatchObject({ suppressed: true, children: null });
  });
});
