import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import type { Relay } from '../../platform/events/relay.js';
import type { SubgraphTransport } from '../../platform/transport/transport.js';
import { testHub, type TestHub } from '../support/hub.js';
import { marked, onRoll, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

const [one, school] = [pupil(711), '900001'];
let hub: TestHub;

beforeEach(async () => {
  hub = await testHub();
  await take(hub, 'school-census', [onRoll(one, school, '2026-09-01')]);
  await settle(hub);
  await take(hub, 'attendance', [marked(one, school, '2026-11-02', '/', '\\')]);
});
afterEach(() => hub.close());

/** Does something while education answers everything but what it is asked of schools' weeks. */
async function withoutSchoolWeeks(work: () => Promise<void>): Promise<void> {
  const transports = hub.assembly.transports as Record<string, SubgraphTransport>;
  const real = transports['education'];
  if (!real) throw new TypeError('There is no education.');
  transports['education'] = (call) =>
    print(call.document).includes('educationSchoolWeekFeed') ? Promise.resolve({ data: null }) : real(call);
  try {
    await work();
  } finally {
    transports['education'] = real;
  }
}

async function relayOfCohorts(): Promise<Relay> {
  const relay = (await hub.assembly.relays()).find(({ name }) => name === 'cohort-feed');
  if (!relay) throw new TypeError('Nobody keeps the cohorts.');
  return relay;
}
const kept = async (): Promise<unknown> =>
  (await hub.admin.query('select urn, week_beginning, possible from virtual_school.kept_school_week')).rows;
const made = [{ urn: school, week_beginning: '2026-11-02', possible: 2 }];

describe('schools’ weeks that could not be had when all else was heard', () => {
  it('are fetched at the next look, at which there is nothing new', async () => {
    const relay = await relayOfCohorts();
    await withoutSchoolWeeks(() => failing(relay));
    expect(await kept()).toEqual([]);
    expect(await relay.look()).toBe('NOTHING');
    expect(await kept()).toEqual(made);
  });

  it('are fetched by whoever comes after a process that ended meanwhile', async () => {
    await withoutSchoolWeeks(async () => failing(await relayOfCohorts()));
    expect(await (await relayOfCohorts()).catchUp()).toBe(0);
    expect(await kept()).toEqual(made);
  });
});

/** Looks until all was heard, which an older transaction may keep it from for a moment. */
async function failing(relay: Relay): Promise<void> {
  let found = await relay.look();
  while (found === 'WAITING') found = await relay.look();
  expect(found).toBe('FAILED');
}
