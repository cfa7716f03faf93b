import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
const text = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';
const school = '900001';
const look = 'query Look($id: ID!) { child(id: $id) { id health { waiting { service } } socialCare { status } } }';

beforeAll(async () => {
  hub = await testHub({ area: true });
});

afterAll(() => hub.close());

const seat = (persona: Role, userId: string, role: string) =>
  hub.post({ persona }, text('set-team-member'), { schoolUrn: school, userId, role, idempotencyKey: randomUUID() });

async function put(persona: Role, childId: string, key: string = randomUUID()) {
  return hub.post({ persona }, text('add-to-agenda'), {
    schoolUrn: school,
    childId,
    reason: 'Waits and attendance',
    childVoice: 'I like drawing with Miss Bell.',
    idempotencyKey: key,
  });
}

describe('a team around a school', () => {
  let child: string;
  let item: { id: string; version: number; until: string };

  beforeAll(() => {
    child = hub.story('no-social-care').id;
  });

  it('shows a member from another agency a child once the child is on its agenda, and not before', async () => {
    expect((await seat('headteacher', 'ep-001', 'Educational psychologist')).body.errors).toBeUndefined();
    const psychologist = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' } as const;
    expect((await hub.post(psychologist, look, { id: child })).body.data).toEqual({ child: null });
    const { body } = await put('senco', child);
    expect(body.errors).toBeUndefined();
    item = body.data?.['addToAgenda'] as typeof item;
    expect(item.until).toBe('2026-12-18');
    const seen = (await hub.post(psychologist, look, { id: child })).body;
    expect(seen.data?.['child']).toMatchObject({ id: child });
  });

  it('lists the agenda, with the child’s own words', async () => {
    const { body } = await hub.post({ persona: 'senco' }, text('team-around-school'), { urn: school });
    expect(body.errors).toBeUndefined();
    const team = (
      body.data?.['school'] as {
        teamAroundSchool: {
          members: { role: string }[];
          agenda: { child: { id: string }; voices: { words: string }[] }[];
        };
      }
    ).teamAroundSchool;
    expect(team.members.map(({ role }) => role)).toContain('Educational psychologist');
    expect(team.agenda).toMatchObject([
      { child: { id: child }, voices: [{ words: 'I like drawing with Miss Bell.' }] },
    ]);
  });

  it('gives somebody who is no member nothing through it', async () => {
    const stranger = {
      persona: 'educational-psychologist',
      purpose: 'TEAM_AROUND_SCHOOL',
      claims: { sub: 'ep-002' },
    } as const;
    const answer = await hub.ask('partnership', stranger, 'query Q($id: ID!) { child(id: $id) { id } }', { id: child });
    expect(answer.data).toEqual({ child: null });
  });

  it('takes no child whom the member may not see, and tells none from one who does not exist', async () => {
    const answers = await Promise.all([
      put('senco', hub.story('cin-persistently-absent').id),
      put('senco', randomUUID()),
    ]);
    const [real, absent] = answers.map(({ text: said }) => said.replace(/"requestId":"[^"]+"/, ''));
    expect(real).toBe(absent);
    expect(answers[0].body.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('takes a restricted child by the safeguarding lead’s decision only', async () => {
    const restricted = hub.story('twin-one').id;
    await hub.admin.query(`insert into access.restriction values ($1, 'PROTECTED_ADDRESS', '2026-01-01', null)`, [
      restricted,
    ]);
    const psychologist = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' } as const;
    const seen = async () => (await hub.post(psychologist, look, { id: restricted })).body.data?.['child'];
    const waiting = await put('senco', restricted);
    const other = await put('senco', hub.story('twin-two').id);
    const sameButForIds = (said: string): string => said.replace(/"id":"[^"]+"/g, '"id"');
    expect(waiting.body.errors).toBeUndefined();
    expect(sameButForIds(waiting.text)).toBe(sameButForIds(other.text));
    expect(await seen()).toBeNull();
    await hub.admin.query('delete from partnership.agenda_item where child_id = $1', [hub.story('twin-two').id]);
    expect((await put('designated-safeguarding-lead', restricted)).body.errors).toBeUndefined();
    expect(await seen()).not.toBeNull();
  });

  it('takes no child who is not on this school’s roll, though the member may see them', async () => {
    const other = '900002';
    const key = (): string => randomUUID();
    const seated = { schoolUrn: other, userId: 'sw-001', role: 'Social worker', idempotencyKey: key() };
    const given = await hub.post({ persona: 'headteacher', school: other }, text('set-team-member'), seated);
    expect(given.body.errors).toBeUndefined();
    const worker = { persona: 'social-worker', purpose: 'TEAM_AROUND_SCHOOL' } as const;
    const entry = {
      schoolUrn: other,
      childId: hub.story('all-five').id,
      reason: 'Moves there soon',
      idempotencyKey: key(),
    };
    expect((await hub.post(worker, look, { id: entry.childId })).body.data?.['child']).not.toBeNull();
    const { body } = await hub.post(worker, text('add-to-agenda'), entry);
    expect(body).toMatchObject({ data: { addToAgenda: null }, errors: [{ extensions: { code: 'REFUSED' } }] });
  });

  it('shows nothing through an item once its 28 days are over', async () => {
    const discussed = hub.story('twin-two').id;
    await put('senco', discussed);
    const psychologist = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' } as const;
    expect((await hub.post(psychologist, look, { id: discussed })).body.data?.['child']).not.toBeNull();
    await hub.admin.query(
      `update access.relationship set valid = tstzrange(lower(valid) - interval '29 days', upper(valid) - interval '29 days') where child_id = $1 and basis = 'TEAM_AROUND_SCHOOL'`,
      [discussed],
    );
    expect((await hub.post(psychologist, look, { id: discussed })).body.data).toEqual({ child: null });
    await hub.admin.query(`delete from partnership.agenda_item where child_id = $1`, [discussed]);
  });

  it('has the same effect once for the same key', async () => {
    const key = randomUUID();
    const [first, second] = [
      await put('senco', hub.story('twin-two').id, key),
      await put('senco', hub.story('twin-two').id, key),
    ];
    expect(second.body.data).toEqual(first.body.data);
    const { rows } = await hub.admin.query(`select from partnership.agenda_item where child_id = $1`, [
      hub.story('twin-two').id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('ends what members saw through it when the item is closed, at once', async () => {
    const closed = await hub.post({ persona: 'senco' }, text('close-agenda-item'), {
      id: item.id,
      expectedVersion: item.version,
      idempotencyKey: randomUUID(),
    });
    expect(closed.body.errors).toBeUndefined();
    const psychologist = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' } as const;
    expect((await hub.post(psychologist, look, { id: child })).body.data).toEqual({ child: null });
  });
});
