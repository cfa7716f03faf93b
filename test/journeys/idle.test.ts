import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startIdleHub } from '../../bench/idle-hub.js';
import { type Written, writtenDuring } from '../../bench/idle-measure.js';
import type { StartedHub } from '../../bench/started-hub.js';

let hub: StartedHub;

beforeAll(async () => {
  hub = await startIdleHub(40);
});

afterAll(() => hub.stop());

describe('a hub that nobody asks anything', () => {
  it('writes no row in a minute, and less than 100 kB of log: what the server notes of itself', async () => {
    const written = await writtenDuring(hub.admin, () => wait(60_000));
    expect(written.rows).toEqual({});
    expect(written.walBytes).toBeLessThan(100_000);
  });

  it('is measured by something that sees a row where one is written', async () => {
    const written: Written = await writtenDuring(hub.admin, async () => {
      await hub.admin.query(
        `insert into education.outbox (topic, child_id) values ('nobody-hears-this', gen_random_uuid())`,
      );
      await hub.admin.query('select pg_stat_force_next_flush()');
    });
    expect(written.rows).toEqual({ 'education.outbox': 1 });
    expect(written.walBytes).toBeGreaterThan(0);
  });
});
