import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import type { Voucher } from '../../platform/auth/minter.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import { asking, copySettings, forge, hubSettings, kept, openUnit, permittedIds, undone } from '../support/opening.js';

const { HEALTH, PARTNERSHIP } = Domain;

let hub: TestHub;
let health: Client;
let elsewhere: Client;
let names: string[];
/** On the SENCO's roll, and on another school's. */
let own: string;
let other: string;
let senco: Voucher;
let stranger: Voucher;

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(HEALTH);
  elsewhere = await hub.appClient(HEALTH);
  names = await hubSettings(hub.admin);
  own = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  other = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: 'org:900002' }]);
});

// A voucher lasts a minute: each test has one of its own, however slow the machine is.
beforeEach(async () => {
  senco = await hub.voucher({ persona: 'senco' });
  stranger = await hub.voucher({ persona: 'senco', school: '900002' });
});

afterAll(() => hub.close());

/**
 * Everything of this transaction that could show a child: the sets, the rows and the links. Where settings were forged, of
 * the links what does not stand in them: `ctx.keys` reads nothing else, so that whoever writes them is told their own words.
 */
async function shown(client: Client, forged = true): Promise<string[]> {
  const ids = [
    ...(await permittedIds(client, HEALTH, HEALTH, 'T3', 'READ')),
    ...(await permittedIds(client, HEALTH, HEALTH, 'T3', 'WRITE')),
  ];
  const entries = await client.query<{ child_id: string }>('select child_id from health.waiting_list_entry');
  const written = forged ? [...(await copySettings(client, names)).values()].join() : '';
  const links = await client.query<{ held: string }>('select held from ctx.keys($1) k', [[own, other]]);
  links.rows = links.rows.filter(({ held }) => !written.includes(held));
  return [
    ...new Set([...ids, ...entries.rows.map(({ child_id: id }) => id), ...links.rows.map(({ held }) => held)]),
  ].sort();
}

/** All settings of a genuine unit, copied while it was open. */
async function settingsOf(client: Client, voucher: Voucher, child: string): Promise<Map<string, string>> {
  await openUnit(client, voucher, [asking(HEALTH, [child])]);
  expect(await shown(client, false)).toEqual([child]);
  const settings = await copySettings(client, names);
  expect([...settings.keys()]).toEqual(expect.arrayContaining(['hub.claims', 'hub.tag']));
  return settings;
}

describe('the settings of a genuine unit', () => {
  it('show nothing in a transaction that was opened by nobody, while theirs is open and after', async () => {
    const settings = await undone(elsewhere, async () => {
      const open = await settingsOf(elsewhere, stranger, other);
      await undone(health, async () => {
        await forge(health, open);
        expect(await shown(health)).toEqual([]);
      });
      return open;
    });
    await undone(health, async () => {
      await forge(health, settings);
      expect(await shown(health)).toEqual([]);
    });
  });

  it('show nothing in the next transaction, of the same connection or of another, though theirs was committed', async () => {
    const settings = await kept(elsewhere, () => settingsOf(elsewhere, stranger, other));
    for (const client of [elsewhere, health]) {
      await undone(client, async () => {
        await forge(client, settings);
        expect(await shown(client)).toEqual([]);
        // A transaction that has written, and so has a number of its own, is no other case.
        await client.query(`select pg_current_xact_id()`);
        expect(await shown(client)).toEqual([]);
      });
    }
  });

  it('show nothing where they are set for the whole session', async () => {
    const settings = await kept(elsewhere, () => settingsOf(elsewhere, stranger, other));
    const session = await hub.appClient(HEALTH);
    for (const [name, value] of settings) await session.query('select set_config($1, $2, false)', [name, value]);
    expect(await shown(session)).toEqual([]);
    await undone(session, async () => expect(await shown(session)).toEqual([]));
  });

  it('show nothing of theirs in another caller’s unit: one by one, all, or all but who is asking', async () => {
    const theirs = await kept(elsewhere, () => settingsOf(elsewhere, stranger, other));
    const caller = new Set(['hub.claims', 'hub.tag']);
    const forgeries = [
      ...[...theirs].map((one) => [one]),
      [...theirs],
      [...theirs].filter(([name]) => !caller.has(name)),
      [...theirs].filter(([name]) => caller.has(name)),
    ];
    for (const forgery of forgeries) {
      await undone(health, async () => {
        await openUnit(health, senco, [asking(HEALTH, [own])]);
        await forge(health, new Map(forgery));
        expect(await shown(health)).not.toContain(other);
      });
    }
  });

  it('show nothing of a wider set than was opened: the other’s id written into every one of them', async () => {
    await undone(health, async () => {
      const settings = await settingsOf(health, senco, own);
      for (const [name, value] of settings) {
        if (!value.includes(own)) continue;
        await forge(health, new Map([[name, value.replaceAll(own, `${own},${other}`)]]));
        expect(await shown(health)).not.toContain(other);
        await forge(health, new Map([[name, value.replaceAll(own, other)]]));
        expect(await shown(health)).not.toContain(other);
      }
    });
  });

  it('break nothing where they are no such text at all', async () => {
    for (const nonsense of [
      '',
      '{}',
      '0',
      '-1',
      'x',
      '{1,2}',
      '{"1}',
      '9'.repeat(40),
      '|||||',
      'null',
      '\\',
      '{NULL}',
    ]) {
      await undone(health, async () => {
        await openUnit(health, senco, [asking(HEALTH, [own])]);
        await health.query('savepoint forged');
        await forge(health, new Map(names.map((name) => [name, nonsense])));
        const outcome = await shown(health).catch((error: unknown) => error);
        // Nothing is shown, or the statement fails: either way no child.
        if (Array.isArray(outcome)) expect(outcome).toEqual([]);
        else expect(outcome).toMatchObject({ code: expect.stringMatching(/^(22|28|42)/) });
        await health.query('rollback to savepoint forged');
        expect(await shown(health)).toEqual([own]);
      });
    }
  });
});

describe('another voucher’s tag', () => {
  it('opens nothing with these claims', async () => {
    for (const voucher of [
      { claims: senco.claims, tag: stranger.tag },
      { claims: stranger.claims, tag: senco.tag },
      { claims: senco.claims, tag: '' },
      { claims: senco.claims, tag: senco.tag.slice(0, -2) },
      { claims: senco.claims, tag: `${senco.tag}00` },
      { claims: `${senco.claims} `, tag: senco.tag },
    ]) {
      await expect(undone(health, () => openUnit(health, voucher, [asking(HEALTH, [own])]))).rejects.toMatchObject({
        code: '28000',
      });
    }
  });

  it('makes nobody of the caller, and shows nothing, where it is put beside these claims', async () => {
    for (const [claims, tag] of [
      [senco.claims, stranger.tag],
      [stranger.claims, senco.tag],
    ] as const) {
      await undone(health, async () => {
        await openUnit(health, senco, [asking(HEALTH, [own])]);
        await forge(health, new Map([['hub.claims', claims]]));
        await forge(health, new Map([['hub.tag', tag]]));
        const { rows } = await health.query<{ caller: object }>('select ctx.claims() caller');
        expect(rows).toEqual([{ caller: {} }]);
        if (tag === stranger.tag) expect(await shown(health)).toEqual([]);
        expect(await shown(health)).not.toContain(other);
      });
    }
  });

  it('carries nothing over where the caller’s settings are emptied and another opens in the same transaction', async () => {
    await undone(health, async () => {
      await openUnit(health, senco, [asking(HEALTH, [own])]);
      await forge(
        health,
        new Map([
          ['hub.claims', ''],
          ['hub.tag', ''],
        ]),
      );
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual([]);
      await openUnit(health, stranger, [asking(HEALTH, [own, other])]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual([other]);
    });
  });
});

describe('a unit that is undone to a savepoint', () => {
  it('shows nothing, everything replayed, and what was opened before it stays', async () => {
    const second = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
    await undone(health, async () => {
      await openUnit(health, senco, [asking(HEALTH, [own])]);
      await health.query('savepoint inner_work');
      await openUnit(health, senco, [asking(HEALTH, [second])]);
      expect(await permittedIds(health, HEALTH, HEALTH, 'T3')).toEqual([own, second].sort());
      const settings = await copySettings(health, names);
      await health.query('rollback to savepoint inner_work');
      expect(await shown(health, false)).toEqual([own]);
      await forge(health, settings);
      expect(await shown(health)).not.toContain(second);
    });
  });

  it('shows nothing where nothing was opened before, everything replayed', async () => {
    await undone(health, async () => {
      await health.query('savepoint inner_work');
      const settings = await settingsOf(health, senco, own);
      await health.query('rollback to savepoint inner_work');
      expect(await shown(health, false)).toEqual([]);
      await forge(health, settings);
      expect(await shown(health)).toEqual([]);
    });
  });

  it('is another matter than one that was opened under a savepoint and kept: that stays', async () => {
    await undone(health, async () => {
      await health.query('savepoint outer_work');
      await health.query('savepoint inner_work');
      await openUnit(health, senco, [asking(HEALTH, [own])]);
      await health.query('release savepoint inner_work');
      expect(await shown(health)).toEqual([own]);
      await health.query('savepoint later');
      expect(await shown(health)).toEqual([own]);
      await health.query('rollback to savepoint later');
      expect(await shown(health)).toEqual([own]);
      await health.query('release savepoint outer_work');
      expect(await shown(health)).toEqual([own]);
    });
  });
});

describe('what another function writes down', () => {
  it('permits nothing: a refusal that was noted, a seat, an empty unit', async () => {
    const partnership = await hub.appClient(PARTNERSHIP);
    const head = await hub.voucher({ persona: 'headteacher' });
    await undone(partnership, async () => {
      await openUnit(partnership, head, []);
      await partnership.query(`select access.note_refused($1, $2, 'PARTNERSHIP', array['Child.health'], 'READ', 1)`, [
        head.claims,
        head.tag,
      ]);
      await partnership.query(`select access.join_team('tas:900001', 'ep-001', now(), null)`);
      for (const tier of ['EXISTENCE', 'T1', 'T2', 'T3'] as const)
        for (const act of ['READ', 'WRITE'] as const)
          expect(await permittedIds(partnership, PARTNERSHIP, PARTNERSHIP, tier, act)).toEqual([]);
    });
  });
});
