import { describe, expect, it } from '@jest/globals';
import { handWorkedArea } from './areas.js';
import { inventedArea } from './invented-area.js';
import { bandsOf, readEntry, timesOf, weeksOf } from './oracle.js';

const area = handWorkedArea();

(area ? describe : describe.skip)('the rules as we read them, of the hand-worked area', () => {
  const example = area ?? inventedArea;
  const written = example.expect;
  const of = (service: string) => example.entries.filter((entry) => entry.service === service);
  const close = (figures: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, expect.closeTo(value, 6)]));

  it('of each entry', () => {
    for (const entry of example.entries) {
      const { trap: _trap, ...said } = entry.expect ?? {};
      expect([entry.ref, readEntry(example, entry, example.asAt)]).toMatchObject([entry.ref, said]);
    }
  });

  it('of each service, of all and of each band', () => {
    for (const { service, ...said } of written?.waitingTimesByService ?? [])
      expect([service, timesOf(example, of(service), example.asAt)]).toEqual([service, close(said)]);
    const together = { ...timesOf(example, example.entries, example.asAt), ...weeksOf(example, example.asAt) };
    expect(together).toEqual(close(written?.all ?? {}));
    expect(bandsOf(example, example.asAt)).toEqual(written?.bands);
  });

  it('as at an earlier day, from the history', () => {
    const { asAt = '', waiting, medianDays } = written?.onThe20thOfJune ?? {};
    const then = example.entries.filter((entry) => readEntry(example, entry, asAt)?.waiting === true);
    expect(then.map(({ ref }) => ref)).toEqual(waiting);
    expect(timesOf(example, example.entries, asAt).medianDays).toBe(medianDays);
  });
});

describe('the traps of our own area', () => {
  const on = (ref: string, day = inventedArea.asAt) => {
    const entry = inventedArea.entries.find((one) => one.ref === ref);
    return entry ? readEntry(inventedArea, entry, day) : null;
  };

  it('the last day in time, and the day after', () => {
    expect(on('day-28')).toMatchObject({ daysWaiting: 28, clock: { state: 'DUE_SOON', breachOn: '2026-10-20' } });
    expect(on('day-28', '2026-10-20')).toMatchObject({ clock: { state: 'BREACHED' } });
    expect(on('day-126')).toMatchObject({ daysWaiting: 126, band: '12-18', clock: { state: 'DUE_SOON' } });
  });

  it('52 weeks begin at day 365', () => {
    expect([on('day-364')?.weeksWaiting, on('day-364')?.band, on('day-365')?.band]).toEqual([52, '18-52', '52+']);
  });

  it('a missed first appointment nullifies where it was properly offered, and only there', () => {
    expect(on('nullified')).toMatchObject({
      daysWaiting: 168,
      clock: { startedOn: null, nullifiedOn: ['2026-08-10'] },
    });
    expect(on('not-offered')).toMatchObject({ clock: { startedOn: '2026-07-06', nullifiedOn: [] } });
  });

  it('the third of three dates stops the four-week clock', () => {
    expect(on('three-dates')).toMatchObject({
      daysWaiting: 15,
      clock: { stoppedOn: '2026-08-29', days: 26, state: 'STOPPED' },
    });
  });
});
