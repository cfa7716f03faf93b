import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { areas } from './areas.js';
import { entriesOf } from './ask-waits.js';
import { type ExampleHub, keeperOf, loadExample } from './load-example.js';
import { readEntry } from './oracle.js';

describe.each(areas())('a day later in %s', (_name, area) => {
  const later = Temporal.PlainDate.from(area.asAt).add({ days: 1 }).toString();
  const open = area.entries.filter((entry) => readEntry(area, entry, later)?.waiting === true);
  let hub: ExampleHub;
  beforeAll(async () => {
    hub = await loadExample(area, 'files', later);
  });
  afterAll(() => hub.close());

  it('every wait is a day longer, and the clocks whose last day it was are breached', async () => {
    const breached: string[] = [];
    for (const entry of open) {
      const of = await entriesOf(hub, keeperOf(entry.providerOds), hub.childOf(entry));
      const held = of.find(({ service, provider }) => service === entry.service && provider?.id === entry.providerOds);
      const [before, after] = [readEntry(area, entry, area.asAt), readEntry(area, entry, later)];
      const { daysWaiting, band } = held ?? {};
      expect([entry.ref, daysWaiting, band]).toEqual([entry.ref, after?.daysWaiting, after?.band]);
      if (held?.clock.state === 'BREACHED' && before?.clock.state !== 'BREACHED') breached.push(entry.ref);
      expect([entry.ref, held?.clock.state === 'BREACHED']).toEqual([entry.ref, after?.clock.state === 'BREACHED']);
      // And as somebody worked it out by hand.
      const written = area.expect?.oneDayLater[entry.ref];
      if (written) expect({ daysWaiting, band, state: held?.clock.state }).toEqual(written);
    }
    expect(breached.length).toBeGreaterThan(0);
  });
});
