import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { takeSeat } from '../support/meeting-table.js';
import { sees } from '../support/sight.js';

let hub: TestHub;
let child: string;
let item: string;

// Who leads at the school and has a seat in its team sees a pupil who left by the item alone.
const lead: As = { persona: 'designated-safeguarding-lead', purpose: 'TEAM_AROUND_SCHOOL' };
const opens = { opens: true, reason: 'The team knows her.' };
const textOf = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

async function does(operation: string, given: object) {
  const { body } = await hub.post(lead, textOf(operation), { idempotencyKey: randomUUID(), ...given });
  const [answer] = Object.values(body.data ?? {});
  const [error] = body.errors ?? [];
  return { answer: answer as { readonly id: string } | null, code: error?.extensions.code, error: error?.message };
}

/** The item as it is held: its version, its end, and whether it opens the child to the school’s team. */
async function held() {
  const { rows } = await hub.admin.query<{ version: number; until: string; opens: boolean }>(
    `select a.version, a.until::text, exists (select from access.relationship r
       where r.reference = a.id::text and r.valid @> timestamptz '2026-11-20 12:00Z') opens
     from partnership.agenda_item a where a.id = $1`,
    [item],
  );
  return rows[0];
}

/** The pupil is on the roll until today: what the team’s agenda opened runs its course. */
const leaves = () =>
  hub.admin.query(
    `update access.relationship set valid = tstzrange(lower(valid), '2026-11-20') where child_id = $1 and basis = 'SCHOOL_ROLL'`,
    [child],
  );

beforeAll(async () => {
  hub = await testHub();
  await takeSeat(hub, lead);
});
afterAll(() => hub.close());

beforeEach(async () => {
  child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  const { answer } = await does('add-to-agenda', { schoolUrn: place.school, childId: child, reason: 'Attendance' });
  item = answer?.id ?? '';
  // As if the meeting had been ten days ago: a renewal would keep the item for longer.
  await hub.admin.query(
    `update partnership.agenda_item set meeting_on = '2026-11-10', until = '2026-12-08' where id = $1`,
    [item],
  );
});

describe('an item of a pupil who has left the school', () => {
  it.each([
    ['opened by a decision', 'decide-agenda-item', opens],
    ['kept for longer', 'renew-agenda-item', { reason: 'Goes on' }],
  ])('is not %s, and stays as it was', async (_, operation, given) => {
    await leaves();
    expect(await sees(hub, lead, child)).toBe(true);
    const before = await held();
    expect(before).toEqual({ version: 1, until: '2026-12-08', opens: true });
    expect(await does(operation, { id: item, expectedVersion: 1, ...given })).toEqual({
      ...{ answer: null, code: 'REFUSED', error: 'This child cannot be put on this school’s agenda.' },
    });
    expect(await held()).toEqual(before);
  });

  it('was opened and kept while the pupil was on the roll, and is taken off at any time', async () => {
    expect((await does('decide-agenda-item', { id: item, expectedVersion: 1, ...opens })).code).toBeUndefined();
    expect((await does('renew-agenda-item', { id: item, expectedVersion: 2 })).code).toBeUndefined();
    expect(await held()).toEqual({ version: 3, until: '2026-12-18', opens: true });
    await leaves();
    const closing = { id: item, expectedVersion: 3, opens: false, reason: 'At another school now.' };
    expect((await does('decide-agenda-item', closing)).code).toBeUndefined();
    expect(await held()).toMatchObject({ version: 4, opens: false });
  });
});
