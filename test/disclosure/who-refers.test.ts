import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { Domain } from '../../platform/vocabulary/domain.js';
import { testHub, type As, type TestHub } from '../support/hub.js';
import { asking, openUnit, undone } from '../support/opening.js';
import { listed, numberOf, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId } from '../support/sight.js';

const referrer: As = { persona: 'senco' };
const provider: As = { persona: 'camhs-clinician' };

let hub: TestHub;
let health: Client;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(Domain.HEALTH);
  await take(hub, 'waiting-list', [listed(pupil(1), 'TRIAGE')]);
  await settle(hub);
  child = await recordId(hub, 'waiting-list:XAC01', numberOf(pupil(1)));
  await hub.admin.query(
    `insert into access.relationship values ($1, 'org:900001', 'SCHOOL_ROLL', 'test', tstzrange('2026-01-01', null))`,
    [child],
  );
});
afterAll(() => hub.close());

/** How many rows a statement touched in a unit opened to write of the child; its SQLSTATE where it was refused. */
async function touched(as: As, statement: string): Promise<number | string> {
  const voucher = await hub.voucher(as);
  let found: number | string = -1;
  await undone(health, async () => {
    await openUnit(health, voucher, [asking(Domain.HEALTH, [child], { act: 'WRITE' }), asking(Domain.HEALTH, [child])]);
    try {
      found = (await health.query(statement)).rowCount ?? 0;
    } catch (error) {
      found = (error as { code: string }).code;
    }
  });
  return found;
}

const ofEntry = 'from health.waiting_list_entry e';

describe('whoever may refer a child is permitted to write of the child', () => {
  it.each([
    ['an entry', `update health.waiting_list_entry set next_step = 'x'`],
    ['the days of an entry', `update health.wait_interval set waiting = false`],
    ['days, by taking them away', 'delete from health.wait_interval'],
  ])('and changes nothing of its provider’s: %s', async (_, statement) => {
    expect(await touched(referrer, statement)).toBe(0);
    expect(await touched(provider, statement)).toBeGreaterThan(0);
  });

  it('and moves no history, which a provider’s file alone does', async () => {
    const moved = 'update health.waiting_list_change set child_id = child_id';
    expect(await touched(referrer, moved)).toBe(0);
    expect(await touched(provider, moved)).toBe(0);
  });

  it('and tells nobody that they were told, which each provider says of its own entries and nobody edits', async () => {
    const telling = `insert into health.referrer_told (entry_id, child_id, outcome, told_on, recorded_by)
      select e.id, e.child_id, 'REJECTED', '2026-11-20', 'x' ${ofEntry}`;
    expect(await touched(referrer, telling)).toBe('42501');
    expect(await touched(provider, telling)).toBe(1);
    expect(await touched(provider, `update health.referrer_told set told_on = told_on`)).toBe('42501');
    expect(await touched(provider, 'delete from health.referrer_told')).toBe('42501');
  });

  const day = (status: string) =>
    `insert into health.wait_interval select e.id, '2026-01-01', null, e.child_id, '${status}', true, e.service, e.provider_ods, e.received_on, false ${ofEntry}`;
  const step = (from: string, to: string) =>
    `insert into health.waiting_list_change (entry_id, child_id, from_status, to_status, effective_on, recorded_by)
     select e.id, e.child_id, ${from}, '${to}', '2026-11-20', 'x' ${ofEntry}`;
  const entry = (status: string, org: string) =>
    `insert into health.waiting_list_entry (child_id, provider_ods, entry_ref, service, status, status_on, received_on, referred_by_org)
     values ('${child}', 'XAC01', 'x', 'SALT', '${status}', '2026-11-20', '2026-11-20', '${org}')`;

  it('and adds nothing to an entry that is not a referral of their own', async () => {
    for (const statement of [
      day('TRIAGE'),
      day('REFERRED'),
      step(`'TRIAGE'`, 'DISCHARGED'),
      step('null', 'REFERRED'),
    ]) {
      expect(await touched(referrer, statement)).toBe('42501');
      expect(await touched(provider, statement)).toBe(1);
    }
  });

  it('and adds a referral that says it is theirs, no entry further on and none in another’s name', async () => {
    expect(await touched(referrer, entry('REFERRED', '900001'))).toBe(1);
    expect(await touched(referrer, entry('ACCEPTED_WAITING', '900001'))).toBe('42501');
    expect(await touched(referrer, entry('REFERRED', '900002'))).toBe('42501');
  });
});
