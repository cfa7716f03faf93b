import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { productRoot } from '../../platform/config/product-root.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { testHub, type TestHub } from '../support/hub.js';
import { listed, numberOf, onRoll, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId, sees } from '../support/sight.js';
import { rolePrefix } from '../support/templates.js';

let hub: TestHub;
const clinician = { persona: 'camhs-clinician' } as const;
const senco = { persona: 'senco' } as const;
const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const idOf = (of: Pupil): Promise<string> => recordId(hub, 'waiting-list:XAC01', numberOf(of));

interface Waiting {
  readonly id: string;
  readonly version: number;
  readonly clock: { readonly stoppedOn: string | null; readonly state: string };
}

/** What is shown of a child's waits, and who of health works with the child; null where the child is not shown. */
async function waiting(as: { persona: Role }, id: string) {
  const question = `query Waiting($id: ID!) { child(id: $id) {
    team { domain name } health { waiting { id version clock { stoppedOn state } } } } }`;
  const { body } = await hub.post(as, question, { id });
  expect(body.errors).toBeUndefined();
  return body.data?.['child'] as { team: { domain: string }[]; health: { waiting: Waiting[] } } | null;
}

describe('an entry that a provider’s file says was entered in error', () => {
  const child = pupil(1);

  beforeAll(async () => {
    await take(hub, 'waiting-list', [listed(child, 'ACCEPTED_WAITING')]);
    await take(hub, 'waiting-list', [listed(child, 'ENTERED_IN_ERROR', { status_on: '2026-11-19' })]);
  });

  it('shows the provider the child no longer, from the very next question', async () => {
    expect(await sees(hub, clinician, await idOf(child))).toBe(false);
  });

  it('is not said to have been closed: a closure leaves the provider 28 days', async () => {
    const closed = pupil(2);
    const why = { reason: 'Seen elsewhere', status_on: '2026-11-19' };
    await take(hub, 'waiting-list', [listed(closed, 'DISCHARGED', why)]);
    expect(await sees(hub, clinician, await idOf(closed))).toBe(true);
  });

  it('opens the door again once that is put right, and its wait goes on as if nothing had been', async () => {
    await take(hub, 'waiting-list', [listed(child, 'ACCEPTED_WAITING', { status_on: '2026-11-20' })]);
    await settle(hub);
    const shown = await waiting(clinician, await idOf(child));
    expect(shown?.health.waiting).toMatchObject([{ clock: { stoppedOn: null, state: 'BREACHED' } }]);
  });
});

describe('an entry that the provider’s own staff say was entered in error', () => {
  const child = pupil(3);
  const input = { expectedVersion: 1, to: 'ENTERED_IN_ERROR', effectiveOn: '2026-11-20' };
  const change = (id: string, key: string) =>
    hub.post(clinician, update, { input: { ...input, id, idempotencyKey: key } });

  it('is answered as it now stands, and then shown neither to them nor as a wait to anybody', async () => {
    await take(hub, 'waiting-list', [listed(child, 'ACCEPTED_WAITING')]);
    await settle(hub);
    const id = await idOf(child);
    await hub.admin.query(
      `insert into access.relationship values ($1, 'org:900001', 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null))`,
      [id],
    );
    expect((await waiting(senco, id))?.team.map(({ domain }) => domain)).toEqual(['HEALTH']);
    const entry = (await waiting(clinician, id))?.health.waiting[0]?.id ?? '';
    const key = randomUUID();
    const { body } = await change(entry, key);
    expect(body.errors).toBeUndefined();
    expect(body.data?.['updateWaitingListEntry']).toMatchObject({
      __typename: 'WaitingListEntryUpdated',
      entry: { id: entry, status: 'ENTERED_IN_ERROR', version: 2 },
    });
    expect(await sees(hub, clinician, id)).toBe(false);
    await settle(hub);
    expect(await waiting(senco, id)).toEqual({ team: [], health: { waiting: [] } });
    // The door is closed to a repetition as to any other question: it has no second effect, and no answer.
    expect((await change(entry, key)).body.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('an entry that the provider now lists under another person', () => {
  it('shows the provider that one, and the first no longer', async () => {
    const [first, second] = [pupil(4), pupil(5)];
    await take(hub, 'waiting-list', [listed(first, 'ACCEPTED_WAITING', { entry_ref: 'MOVED' })]);
    expect(await sees(hub, clinician, await idOf(first))).toBe(true);
    const moved = { entry_ref: 'MOVED', received_on: '2026-09-08' };
    await take(hub, 'waiting-list', [listed(second, 'ACCEPTED_WAITING', moved)]);
    expect(await sees(hub, clinician, await idOf(first))).toBe(false);
    expect(await sees(hub, clinician, await idOf(second))).toBe(true);
  });
});

describe('a hub that held such entries before', () => {
  it('ends what they opened when it is migrated, and nothing else', async () => {
    const [error, open] = [pupil(6), pupil(7)];
    await take(hub, 'waiting-list', [listed(error, 'ENTERED_IN_ERROR'), listed(open, 'ACCEPTED_WAITING')]);
    await take(hub, 'school-census', [onRoll(error, '900001', '2026-09-02')]);
    await hub.admin.query(
      `insert into access.relationship select child_id, 'org:XAC01', 'REFERRAL', 'entry/' || entry_ref,
         tstzrange('2026-09-07', '2026-12-18') from health.waiting_list_entry where child_id = $1`,
      [await idOf(error)],
    );
    expect(await sees(hub, clinician, await idOf(error))).toBe(true);
    const sql = path.join(productRoot, 'subgraphs/health/migrations/0003-entered-in-error.up.sql');
    const words: Readonly<Record<string, string>> = { prefix: rolePrefix, owner: `${rolePrefix}_health_owner` };
    const text = readFileSync(sql, 'utf8').replace(/\{\{(\w+)\}\}/g, (_all, word: string) => words[word] ?? '');
    await hub.admin.query(`begin; ${text}; reset role; commit`);
    expect(await sees(hub, clinician, await idOf(error))).toBe(false);
    expect(await sees(hub, clinician, await idOf(open))).toBe(true);
    expect(await sees(hub, senco, await recordId(hub, 'school-census:900001', error.upn))).toBe(true);
  });
});
