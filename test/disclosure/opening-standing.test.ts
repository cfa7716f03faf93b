import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place, type Relation } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { asking, auditOf, openUnit, permittedIds, requestIdOf, undone } from '../support/opening.js';
import { testToday } from '../support/templates.js';

const { PARTNERSHIP, EDUCATION, HEALTH } = Domain;

let hub: TestHub;
let unit: Client;
let child: string;

const yesterday = '2026-11-19';
const tomorrow = '2026-11-21';
const onRoll: Relation = { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` };
const caseload: Relation = { basis: 'CASELOAD', grantee: 'person:sw-001' };
const senco: As = { persona: 'senco' };
const dsl: As = { persona: 'designated-safeguarding-lead' };

beforeAll(async () => {
  hub = await testHub();
  unit = await hub.unitClient();
});

beforeEach(async () => {
  child = await arrangeChild(hub.admin, [onRoll, caseload]);
});

afterAll(() => hub.close());

/** Which of these domains' records a new unit of this caller is shown of a child. */
async function shownTo(as: As, id = child): Promise<string> {
  const voucher = await hub.voucher(as);
  const domains = [PARTNERSHIP, EDUCATION, HEALTH];
  return undone(unit, async () => {
    const opened = await openUnit(
      unit,
      voucher,
      domains.map((domain) => asking(domain, [id])),
    );
    const shown: Domain[] = [];
    for (const [at, domain] of domains.entries()) {
      const { tier } = asking(domain, []);
      const ids = await permittedIds(unit, domain, domain, tier);
      expect(ids.includes(id)).toBe(opened[at]?.permitted.length === 1);
      if (ids.includes(id)) shown.push(domain);
    }
    return shown.map((domain) => domain.charAt(0)).join('');
  });
}

const restrict = (kind: string, since: string, until: string | null, id = child) =>
  hub.admin.query('insert into access.restriction (child_id, kind, since, until) values ($1, $2, $3, $4)', [
    id,
    kind,
    since,
    until,
  ]);

const object = (about: Domain | null, purpose: string | null, valid = `[${yesterday},)`, id = child) =>
  hub.admin.query(
    'insert into access.objection (child_id, about, purpose, valid, reference) values ($1, $2, $3, $4, $5)',
    [id, about, purpose, valid, randomUUID()],
  );

const link = (held: string, canonical: string) =>
  hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [held, canonical]);

describe('a restriction', () => {
  it.each(['ADOPTION', 'SEALED', 'STAFF_FAMILY'])('of kind %s hides the child from the next unit on', async (kind) => {
    expect(await shownTo(senco)).toBe('PEH');
    await restrict(kind, testToday, null);
    expect(await shownTo(senco)).toBe('');
  });

  it.each([
    ['from yesterday until today', yesterday, testToday, 'PEH'],
    ['from yesterday until tomorrow', yesterday, tomorrow, ''],
    ['from today', testToday, null, ''],
    ['from tomorrow', tomorrow, null, 'PEH'],
  ] as const)('holds from its first day and not on its last: %s', async (_, since, until, seen) => {
    await restrict('SEALED', since, until);
    expect(await shownTo(senco)).toBe(seen);
  });

  it('hides nobody where it is of the address alone', async () => {
    await restrict('PROTECTED_ADDRESS', yesterday, null);
    expect(await shownTo(senco)).toBe('PEH');
  });

  it('is passed by who is cleared for its kind, of several for each', async () => {
    await restrict('STAFF_FAMILY', yesterday, null);
    expect(await shownTo(dsl)).toBe('PEH');
    expect(await shownTo({ persona: 'social-worker' })).toBe('PEH');
    expect(await shownTo({ persona: 'headteacher' })).toBe('');
    await restrict('SEALED', yesterday, null);
    expect(await shownTo(dsl)).toBe('');
  });

  it('is felt by the unit that follows, and lifted by the one after', async () => {
    await restrict('ADOPTION', yesterday, null);
    expect(await shownTo(senco)).toBe('');
    await hub.admin.query('update access.restriction set until = $2 where child_id = $1', [child, testToday]);
    expect(await shownTo(senco)).toBe('PEH');
  });
});

describe('an objection', () => {
  it('to one domain keeps that domain’s record, and no other', async () => {
    await object(HEALTH, null);
    expect(await shownTo(senco)).toBe('PE');
  });

  it('to every domain keeps every record', async () => {
    await object(null, null);
    expect(await shownTo(senco)).toBe('');
  });

  it('to one purpose keeps what is asked for it, and nothing else', async () => {
    await object(null, 'TEAM_AROUND_SCHOOL');
    expect(await shownTo(senco)).toBe('');
    expect(await shownTo({ ...senco, purpose: 'EARLY_HELP' })).toBe('PEH');
  });

  it('to one domain for one purpose keeps where both are so', async () => {
    await object(EDUCATION, 'EARLY_HELP');
    expect(await shownTo(senco)).toBe('PEH');
    expect(await shownTo({ ...senco, purpose: 'EARLY_HELP' })).toBe('PH');
  });

  it('does not stand against safeguarding, also where it names that purpose', async () => {
    await object(null, null);
    await object(HEALTH, 'SAFEGUARDING');
    expect(await shownTo(dsl)).toBe('PEH');
    expect(await shownTo({ ...dsl, purpose: 'TEAM_AROUND_SCHOOL' })).toBe('');
  });

  it('holds while it is in force', async () => {
    await object(null, null, `[${tomorrow},)`);
    await object(null, null, `[2026-01-01,${yesterday})`);
    expect(await shownTo(senco)).toBe('PEH');
    await object(EDUCATION, null, `[2026-01-01,${tomorrow})`);
    expect(await shownTo(senco)).toBe('PH');
  });

  it('of one child does not touch another who stands alike, in one request', async () => {
    const other = await arrangeChild(hub.admin, [onRoll, caseload]);
    await object(HEALTH, null);
    const voucher = await hub.voucher(senco);
    await undone(unit, async () => {
      await openUnit(unit, voucher, [asking(HEALTH, [child, other]), asking(EDUCATION, [child, other])]);
      expect(await permittedIds(unit, HEALTH, HEALTH, 'T3')).toEqual([other]);
      expect(await permittedIds(unit, EDUCATION, EDUCATION, 'T2')).toEqual([child, other].sort());
    });
  });
});

describe('what connects a caller', () => {
  it('shows nothing from the moment it ends, nor before it begins', async () => {
    const set = (valid: string) =>
      hub.admin.query(`update access.relationship set valid = $2 where child_id = $1 and basis = 'SCHOOL_ROLL'`, [
        child,
        valid,
      ]);
    await set(`[2026-01-01,${yesterday})`);
    expect(await shownTo(senco)).toBe('');
    await set(`[${tomorrow},)`);
    expect(await shownTo(senco)).toBe('');
    await set(`[2026-01-01,${tomorrow})`);
    expect(await shownTo(senco)).toBe('PEH');
    await hub.admin.query('delete from access.relationship where child_id = $1', [child]);
    expect(await shownTo(senco)).toBe('');
  });

  it('is also a team, while the caller is seated in it', async () => {
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       values ($1, 'team:tas:900001', 'TEAM_AROUND_SCHOOL', 'test', tstzrange('2026-01-01', null))`,
      [child],
    );
    const psychologist: As = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' };
    expect(await shownTo(psychologist)).toBe('');
    const seat = (valid: string) =>
      hub.admin.query(
        `insert into access.membership (team, subject, valid) values ('tas:900001', 'ep-001', $1)
         on conflict (subject, team) do update set valid = excluded.valid`,
        [valid],
      );
    await seat('[2026-01-01,)');
    expect(await shownTo(psychologist)).toBe('PEH');
    await seat(`[2026-01-01,${yesterday})`);
    expect(await shownTo(psychologist)).toBe('');
  });
});

describe('an agreement that has ended', () => {
  it('is felt by the next unit, in every domain that rests on it, and in force again by the one after', async () => {
    const until = (end: string) => hub.admin.query('update access.agreement set valid = $1', [`[2026-01-01,${end})`]);
    expect(await shownTo(senco)).toBe('PEH');
    await until(yesterday);
    const voucher = await hub.voucher(senco);
    await unit.query('begin');
    await openUnit(unit, voucher, [asking(EDUCATION, [child]), asking(HEALTH, [child])]);
    await unit.query('commit');
    expect(await auditOf(hub.admin, requestIdOf(voucher))).toMatchObject([
      { holder: EDUCATION, decision: 'PERMITTED', permitted: [child] },
      { holder: HEALTH, decision: 'SILENT', permitted: [] },
    ]);
    expect(await shownTo(senco)).toBe('PE');
    await until('2027-01-01');
    expect(await shownTo(senco)).toBe('PEH');
  });
});

describe('a child who is known by two ids', () => {
  let record: string;
  beforeEach(async () => {
    record = await arrangeChild(hub.admin);
    await link(record, child);
  });

  it('is permitted by both, whichever is asked, and written down by both', async () => {
    for (const asked of [child, record]) {
      const voucher = await hub.voucher(senco);
      await unit.query('begin');
      const [opened] = await openUnit(unit, voucher, [asking(HEALTH, [asked])]);
      expect(opened?.permitted).toEqual([[asked, 'FULL', 'SCHOOL_ROLL']]);
      expect(await permittedIds(unit, HEALTH, HEALTH, 'T3')).toEqual([child, record].sort());
      await unit.query('commit');
      expect(await auditOf(hub.admin, requestIdOf(voucher))).toMatchObject([
        { asked: [asked], permitted: [child, record].sort(), decision: 'PERMITTED' },
      ]);
    }
  });

  it('is reached through what connects either', async () => {
    const other = await arrangeChild(hub.admin);
    const third = await arrangeChild(hub.admin, [onRoll]);
    await link(third, other);
    for (const asked of [other, third]) expect(await shownTo(senco, asked)).toBe('PEH');
  });

  it('is hidden by a restriction of either', async () => {
    await restrict('SEALED', yesterday, null, record);
    for (const asked of [child, record]) expect(await shownTo(senco, asked)).toBe('');
  });

  it('is kept by an objection of either', async () => {
    await object(HEALTH, null, undefined, record);
    for (const asked of [child, record]) expect(await shownTo(senco, asked)).toBe('PE');
  });

  it('is told to have died on the earliest day that either gives, of the id that was asked', async () => {
    await hub.admin.query(`insert into access.death values ($1, '2026-10-02'), ($2, '2026-10-01')`, [child, record]);
    for (const asked of [child, record]) {
      const [opened] = await undone(unit, async () =>
        openUnit(unit, await hub.voucher(senco), [asking(HEALTH, [asked])]),
      );
      expect(opened?.died).toEqual({ [asked]: '2026-10-01' });
    }
    const none = await undone(unit, async () =>
      openUnit(unit, await hub.voucher({ persona: 'senco', school: '900002' }), [asking(HEALTH, [child, record])]),
    );
    expect(none).toMatchObject([{ permitted: [], died: {} }]);
  });

  it('is as before when the link is taken away', async () => {
    await hub.admin.query('delete from access.child_alias where held = $1', [record]);
    expect(await shownTo(senco)).toBe('PEH');
    expect(await shownTo(senco, record)).toBe('');
  });
});
