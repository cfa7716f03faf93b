import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loginsFor } from '../cli/database.js';
import { personaNamed, subjectOf } from '../platform/auth/personas.js';
import { Lines } from '../platform/db/lines.js';
import { loginUrl } from '../platform/db/logins.js';
import { roleNames } from '../platform/db/names.js';
import { type As, type TestHub, testHub } from '../test/support/hub.js';
import { rolePrefix, testToday } from '../test/support/templates.js';
import type { Limit } from './limit.js';
import { limitOver } from './limit-over.js';
import { question } from './question.js';

let hub: TestHub;
let lines: Lines;
let limit: Limit;

beforeAll(async () => {
  hub = await testHub({ area: true });
  lines = new Lines(loginUrl(hub.adminUrl, roleNames(rolePrefix).unit, loginsFor(hub.environment, rolePrefix)));
  limit = await limitOver(hub.assembly, lines, rolePrefix, () => testToday);
});

afterAll(async () => {
  await lines.close();
  await hub.close();
});

async function asLimit({ persona: name, ...choice }: As, id: string): Promise<unknown> {
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
  return (JSON.parse(await limit.answer(id, who)) as { data: unknown }).data;
}

describe('the limit', () => {
  it("answers the school's SENCO as the hub does", async () => {
    const { id, schoolUrn } = hub.story('all-five');
    const as = { persona: 'senco', school: schoolUrn ?? '' };
    const { body } = await hub.post(as, question, { id });
    expect(body.errors).toBeUndefined();
    expect(body.data?.['child']).not.toBeNull();
    expect(await asLimit(as, id)).toEqual(body.data);
  });

  it('answers a social worker of the child as the hub does, and a stranger', async () => {
    const { id } = hub.story('all-five');
    const as = { persona: 'social-worker' };
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
    const as = { persona: 'senco', school: schoolUrn ?? '' };
    const audited = async (work: () => Promise<unknown>): Promise<number> => {
      const count = async (): Promise<number> =>
        Number((await hub.admin.query<{ n: string }>('select count(*) n from access.audit')).rows[0]?.n);
      const before = await count();
      await work();
      return (await count()) - before;
    };
    const before = limit.counts.transactions;
    const own = await audited(() => asLimit(as, id));
    expect(limit.counts.transactions - before).toBe(1);
    expect(own).toBe(await audited(() => hub.post(as, question, { id })));
  });
});
