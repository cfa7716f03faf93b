import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { areas } from './areas.js';
import { entriesOf } from './ask-waits.js';
import type { ExampleEntry } from './example.js';
import { change, type ExampleHub, keeperOf, loadExample, type Way } from './load-example.js';
import { readEntry, type WaitRead } from './oracle.js';

const ways: readonly Way[] = ['files', 'mutations'];
const journeys = areas().flatMap(([name, area]) => ways.map((way) => [name, way, area] as const));

describe.each(journeys)('each entry of %s, by %s', (_name, way, area) => {
  let hub: ExampleHub;
  beforeAll(async () => {
    hub = await loadExample(area, way);
    await place(hub);
  });
  afterAll(() => hub.close());

  const shown = async (entry: ExampleEntry) => {
    const all = await entriesOf(hub, { persona: 'senco' }, hub.childOf(entry));
    return all.filter(({ service, provider }) => service === entry.service && provider?.id === entry.providerOds);
  };

  it.each(area.entries.map((entry) => [entry.ref, entry] as const))('%s', async (_ref, entry) => {
    const read = readEntry(area, entry, area.asAt);
    expect(read).toMatchObject(writtenOf(entry));
    const held = await shown(entry);
    expect(held.map(({ safeguardingFlag }) => safeguardingFlag !== null)).toEqual([read?.wasNotBroughtFlag]);
    expect(held).toMatchObject([
      {
        ...{ receivedOn: entry.receivedOn, ...shownAs(read) },
        wasNotBrought: entry.history.filter(({ wasNotBrought }) => wasNotBrought).length,
        history: entry.history.map(({ to, on, reason }) => ({ to, effectiveOn: on, reason: reason ?? null })),
      },
    ]);
  });

  it('a wait that goes on elsewhere is found from either end', async () => {
    for (const entry of area.entries) {
      const [[one], [next]] = [
        await shown(entry),
        await shown(area.entries.find(({ ref }) => ref === entry.continuesAs) ?? entry),
      ];
      expect(one?.continuesAs ?? null).toBe(entry.continuesAs === null ? null : next?.id);
      if (entry.continuesAs !== null) expect(next?.continuesFrom).toBe(one?.id);
    }
  });

  it('refuses what must not be, and nothing is changed by it', async () => {
    for (const { ref, to, on, reason, answer, allowed, field } of area.refused) {
      const entry = area.entries.find((one) => one.ref === ref);
      const [held] = entry ? await shown(entry) : [];
      if (!entry || !held) throw new TypeError(`There is no ${ref}.`);
      const given = { to, effectiveOn: on, ...(reason !== undefined && { reason }) };
      const refused = await change(hub, entry, held, given);
      expect([ref, to, refused]).toMatchObject([
        ...[ref, to],
        { __typename: answer, ...(field !== undefined && { field }), ...(allowed && { allowed }) },
      ]);
      expect(await shown(entry)).toEqual([held]);
    }
  });

  it('is its provider’s own: another provider finds no such child', async () => {
    const [first] = area.entries;
    if (!first) throw new TypeError('There is no entry.');
    expect(await entriesOf(hub, keeperOf('XOT99'), hub.childOf(first))).toEqual([]);
  });
});

/** What somebody wrote down of an entry, where somebody did; a note on it is no figure. */
function writtenOf({ expect: written = {} }: ExampleEntry): Record<string, unknown> {
  const { trap: _trap, ...figures } = written;
  return figures;
}

/** What the graph shows of what the rules make of an entry: while no clock runs its state is not a standard's. */
function shownAs(read: WaitRead | null): Record<string, unknown> {
  if (!read) throw new TypeError('The entry is not there on the day.');
  const { waiting: _waiting, wasNotBroughtFlag: _flag, clock, ...figures } = read;
  return {
    ...figures,
    clock: clock.state === null ? { ...clock, state: 'EXCEPTION' } : clock,
  };
}

/** Puts every child on the roll of one school, which is told of waits. */
async function place(hub: ExampleHub): Promise<void> {
  for (const id of new Set(hub.area.entries.map((entry) => hub.childOf(entry))))
    await hub.admin.query(
      `insert into access.relationship values ($1, 'org:900001', 'SCHOOL_ROLL', 'test', tstzrange('2025-01-01', null))`,
      [id],
    );
}
