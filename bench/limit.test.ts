import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loginsFor } from '../cli/database.js';
import { personaNamed, subjectOf } from '../platform/auth/personas.js';
import { Lines } from '../platform/db/lines.js';
import { loginUrl } from '../platform/db/logins.js';
import { roleNames } from '../platform/db/names.js';
import { type As, type TestHub, testHub } from '../test/support/hub.js';
import { rolePrefix, testToday } from '../test/support/templates.js';
import { byHand } from './by-hand.js';
import { floor, plainAudit } from './floor.js';
import type { HandWritten, Manner } from './hand-written.js';
import { limit as limitManner } from './limit.js';
import { question } from './question.js';

let hub: TestHub;
let lines: Lines;
let limit: HandWritten;
let superusers: Lines;

beforeAll(async () => {
  hub = await testHub({ area: true });
  lines = new Lines(loginUrl(hub.adminUrl, roleNames(rolePrefix).unit, loginsFor(hub.environment, rolePrefix)));
  limit = handler(lines, limitManner(await hub.assembly.minter('gateway'), roleNames(rolePrefix).app));
  superusers = new Lines(hub.adminUrl);
  await hub.admin.query(plainAudit);
});

const handler = (on: Lines, manner: Manner): HandWritten => byHand(hub.assembly, on, manner, () => testToday);

afterAll(async () => {
  await Promise.all([lines, superusers].map((each) => each.close()));
  await hub.close();
});

async function by(written: HandWritten, { persona: name, ...choice }: As, id: string): Promise<unknown> {
  const persona = personaNamed(name);
  const [purpose] = persona.purposes;
  if (!purpose) throw new Error('The persona has no purpose.');
  const { role, title, purposes, scopes } = persona;
  const who = {
    ...subjectOf(persona, choice),
    name: title,
    role,
    purpose,
    purposes: [...purposes],
    scopes: [...scopes],
  };
  return (JSON.parse(await written.answer(id, who)) as { data: unknown }).data;
}

const asLimit = (as: As, id: string): Promise<unknown> => by(limit, as, id);

async function audited(work: () => Promise<unknown>): Promise<number> {
  const count = async (): Promise<number> =>
    Number((await hub.admin.query<{ n: string }>('select count(*) n from access.audit')).rows[0]?.n);
  const before = await count();
  await work();
  return (await count()) - before;
}

describe('the limit', () => {
  it("answers the school's SENCO as the hub does", async () => {
    const { id, schoolUrn } = hub.story('all-five');
    const as = { persona: 'senco', school: schoolUrn ?? '' } as const;
    const { body } = await hub.post(as, question, { id });
    expect(body.errors).toBeUndefined();
    expect(body.data?.['child']).not.toBeNull();
    expect(await asLimit(as, id)).toEqual(body.data);
  });

  it('answers a social worker of the child as the hub does, and a stranger', async () => {
    const { id } = hub.story('all-five');
    const as = { persona: 'social-worker' } as const;
    const unrelated = await hub.post(as, question, { id });
    expect(await asLimit(as, id)).toEqual(unrelated.body.data);
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       values ($1, 'person:sw-001', 'CASELOAD', 'limit', tstzrange('2026-01-01', null))`,
      [id],
    );
    const { body } = await hub.post(as, question, { id });
    expect(body.data?.['child']).not.toBeNull();
    expect(await asLimit(as, id)).toEqual(body.data);
  });

  it('answers nothing about a child to the SENCO of another school', async () => {
    const { id } = hub.story('all-five');
    expect(await asLimit({ persona: 'senco', school: '900099' }, id)).toEqual({ child: null });
  });

  it('takes one transaction and writes one audit row for each request of the hub', async () => {
    const { id, schoolUrn } = hub.story('all-five');
    const as = { persona: 'senco', school: schoolUrn ?? '' } as const;
    const before = limit.counts.transactions;
    const own = await audited(() => asLimit(as, id));
    expect(limit.counts.transactions - before).toBe(1);
    expect(own).toBe(await audited(() => hub.post(as, question, { id })));
  });
});

describe('the floor', () => {
  const plainRows = async (): Promise<number> =>
    Number((await hub.admin.query<{ n: string }>('select count(*) n from bench.audit')).rows[0]?.n);

  it('answers callers who are related to the child as the hub does, by whichever of its linked ids', async () => {
    const written = handler(superusers, floor({ audited: false }));
    const { rows } = await hub.admin.query<{ id: string; urn: string }>(
      `select i id, substr(r.grantee, 5) urn from access.relationship r join access.child_alias a on r.child_id in (a.held, a.canonical),
         unnest(array[a.held, a.canonical]) i
       where r.basis = 'SCHOOL_ROLL' and r.valid @> '2026-11-20'::timestamptz order by i limit 12`,
    );
    expect(rows).toHaveLength(12);
    await hub.admin.query(
      `insert into access.relationship (child_id, grantee, basis, reference, valid)
       select i, 'person:sw-001', 'CASELOAD', 'floor', tstzrange('2026-01-01', null) from unnest($1::uuid[]) i
       on conflict do nothing`,
      [[...new Set(rows.map(({ id }) => id))]],
    );
    for (const { id, urn } of rows) {
      for (const as of [{ persona: 'senco', school: urn }, { persona: 'social-worker' }] as const) {
        const { body } = await hub.post(as, question, { id });
        expect(body.data?.['child']).not.toBeNull();
        expect(await by(written, as, id)).toEqual(body.data);
      }
    }
  });

  it('takes one transaction and writes no audit row', async () => {
    const { id, schoolUrn } = hub.story('all-five');
    const written = handler(superusers, floor({ audited: false }));
    expect(await audited(() => by(written, { persona: 'senco', school: schoolUrn ?? '' }, id))).toBe(0);
    expect(await plainRows()).toBe(0);
    expect(written.counts.transactions).toBe(1);
  });

  it('with a plain audit row gives the same answer and writes one row a question', async () => {
    const { id, schoolUrn } = hub.story('all-five');
    const as = { persona: 'senco', school: schoolUrn ?? '' } as const;
    const written = handler(superusers, floor({ audited: true }));
    let answer: unknown;
    expect(await audited(async () => (answer = await by(written, as, id)))).toBe(0);
    expect(answer).toEqual(await asLimit(as, id));
    expect(await plainRows()).toBe(1);
    expect(written.counts.transactions).toBe(1);
  });
});
