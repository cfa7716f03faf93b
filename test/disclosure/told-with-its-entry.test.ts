import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { operations } from '../../cli/schema-files.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { asking, openUnit, undone } from '../support/opening.js';
import { listed, numberOf, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId } from '../support/sight.js';

// That a referrer was told is a row beside its entry: whoever is not shown the entry is not shown it, and it goes where the
// entry goes.
const provider: As = { persona: 'camhs-clinician' };
const senco: As = { persona: 'senco' };
const tell = operations().find(({ name }) => name === 'record-referrer-told')?.text ?? '';
const [open, kept, relisted] = [pupil(1), pupil(2), pupil(3)];

let hub: TestHub;
let health: Client;

const idOf = (of: Pupil): Promise<string> => recordId(hub, 'waiting-list:XAC01', numberOf(of));

async function tellings(of: Pupil): Promise<{ child_id: string; outcome: string; told_on: string }[]> {
  const { rows } = await hub.admin.query<{ child_id: string; outcome: string; told_on: string }>(
    `select t.child_id, t.outcome, t.told_on::text from health.referrer_told t
     join health.waiting_list_entry e on e.id = t.entry_id where e.entry_ref = $1`,
    [`REF-${of.upn}`],
  );
  return rows;
}

/** How many tellings somebody is shown in a unit opened for the child. */
async function shownTo(as: As, child: string): Promise<number> {
  const voucher = await hub.voucher(as);
  let found = -1;
  await undone(health, async () => {
    await openUnit(health, voucher, [asking(Domain.HEALTH, [child])]);
    found = (await health.query('select from health.referrer_told')).rowCount ?? -1;
  });
  return found;
}

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(Domain.HEALTH);
  const confidential = (of: Pupil, said: 'Y' | 'N') => listed(of, 'ACCEPTED_WAITING', { confidential: said });
  await take(hub, 'waiting-list', [confidential(open, 'N'), confidential(kept, 'Y'), confidential(relisted, 'N')]);
  await settle(hub);
  for (const one of [open, kept, relisted]) {
    const { rows } = await hub.admin.query<{ id: string; version: number }>(
      'select id, version from health.waiting_list_entry where entry_ref = $1',
      [`REF-${one.upn}`],
    );
    const asked = { id: rows[0]?.id, expectedVersion: rows[0]?.version, toldOn: '2026-11-20' };
    const { body } = await hub.post(provider, tell, { ...asked, idempotencyKey: randomUUID() });
    expect(body.data?.['recordReferrerTold']).toMatchObject({ entry: { daysToReferrerTold: 18 } });
    await hub.admin.query(
      `insert into access.relationship values ($1, 'org:900001', 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null))`,
      [await idOf(one)],
    );
  }
});
afterAll(() => hub.close());

describe('that a referrer was told', () => {
  it('is shown with its entry, and of one that is kept to its provider to nobody else', async () => {
    expect([await shownTo(provider, await idOf(open)), await shownTo(senco, await idOf(open))]).toEqual([1, 1]);
    expect([await shownTo(provider, await idOf(kept)), await shownTo(senco, await idOf(kept))]).toEqual([1, 0]);
  });

  it('goes with its entry to the record that the provider lists it under', async () => {
    const before = await idOf(relisted);
    const moved = listed(relisted, 'ACCEPTED_WAITING', { nhs_number: numberOf(pupil(4)), confidential: 'N' });
    await take(hub, 'waiting-list', [moved]);
    const after = await recordId(hub, 'waiting-list:XAC01', numberOf(pupil(4)));
    expect(after).not.toBe(before);
    const telling = { child_id: after, outcome: 'ACCEPTED_WAITING', told_on: '2026-11-20' };
    expect(await tellings(relisted)).toEqual([telling]);
  });
});
