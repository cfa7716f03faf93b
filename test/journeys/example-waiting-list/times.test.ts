import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { As } from '../../support/hub.js';
import { areas } from './areas.js';
import { type ExampleHub, keeperOf, loadExample } from './load-example.js';
import { bandsOf, timesOf, weeksOf } from './oracle.js';

const question = `query Times($by: [WaitingTimesDimension!]!, $asAt: Date) { waitingTimes(by: $by, asAt: $asAt) {
  service band children breachedClocks suppressed medianDays medianWeeks percentile92Days percentile92Weeks } }`;

interface Cell {
  readonly service: string | null;
  readonly band: string | null;
  readonly children: number | null;
  readonly breachedClocks: number | null;
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
      const { waiting, breachedClocks, medianDays, medianWeeks, p92Days, p92Weeks } = timesOf(area, own, day);
      const [all, ...more] = await ask(keeperOf(ods), [], day);
      expect(more).toEqual([]);
      expect([ods, all?.children, all?.breachedClocks]).toEqual([ods, waiting, breachedClocks]);
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

  it('say of each service how many clocks are breached, of children who have been seen too', async () => {
    for (const ods of providers) {
      const own = area.entries.filter(({ providerOds }) => providerOds === ods);
      for (const cell of await ask(keeperOf(ods), ['SERVICE'], area.asAt)) {
        const ofService = own.filter(({ service }) => service === cell.service);
        const { waiting, breachedClocks } = timesOf(area, ofService, area.asAt);
        expect([cell.service, cell.children, cell.breachedClocks]).toEqual([cell.service, waiting, breachedClocks]);
        // And as somebody worked it out by hand, where the service has one provider.
        const worked = area.expect?.waitingTimesByService.find(({ service }) => service === cell.service);
        if (worked) expect([cell.service, cell.breachedClocks]).toEqual([cell.service, worked.breachedClocks]);
      }
    }
  });

  it('add up over the bands to those within 18 weeks, over them, and from 52 on', async () => {
    const bands: Cell[] = [];
    for (const ods of providers) bands.push(...(await ask(keeperOf(ods), ['BAND'], area.asAt)));
    const among = (...names: string[]): number =>
      bands.reduce((sum, { band, children }) => sum + (names.includes(band ?? '') ? (children ?? 0) : 0), 0);
    const within = among('0-1', '1-2', '2-4', '4-12', '12-18');
    const figures = { within18Weeks: within, over18Weeks: among('18-52', '52+'), from52Weeks: among('52+') };
    expect(figures).toEqual(weeksOf(area, area.asAt));
    if (area.expect) expect(area.expect.all).toMatchObject(figures);
  });

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
