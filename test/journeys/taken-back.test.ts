import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { protect } from '../support/counted.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { allocated, deletion, listed, numberOf, onRoll, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId, sees } from '../support/sight.js';

// Basis by basis: a fact that is taken back ends, with the very next question, what it opened. docs/decisions/0019 has the
// table. Referrals are in entered-in-error.test.ts, caseloads in allocation-put-right.test.ts.

let hub: TestHub;
const text = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';
const senco = { persona: 'senco' } as const;
const headteacher = { persona: 'headteacher' } as const;
const officer = { persona: 'send-officer' } as const;
const adviser = { persona: 'virtual-school-adviser' } as const;
const head = { persona: 'virtual-school-head' } as const;
const psychologist: As = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' };

beforeAll(async () => {
  hub = await testHub();
  await seat('ep-001');
});

afterAll(() => hub.close());

async function seat(userId: string, until?: string): Promise<void> {
  const asked = { schoolUrn: '900001', userId, role: 'Educational psychologist', idempotencyKey: randomUUID(), until };
  expect((await hub.post(headteacher, text('set-team-member'), asked)).body.errors).toBeUndefined();
}

async function discuss(childId: string): Promise<void> {
  const asked = { schoolUrn: '900001', childId, reason: 'Attendance', idempotencyKey: randomUUID() };
  expect((await hub.post(senco, text('add-to-agenda'), asked)).body.errors).toBeUndefined();
}

let next = 0;
const newChild = (): Pupil => pupil((next += 1));
const rollOf = ({ upn }: Pupil): Promise<string> => recordId(hub, 'school-census:900001', upn);
const listOf = (of: Pupil): Promise<string> => recordId(hub, 'waiting-list:XAC01', numberOf(of));

async function newPupil(from = '2026-09-02'): Promise<{ child: Pupil; id: string }> {
  const child = newChild();
  await take(hub, 'school-census', [onRoll(child, '900001', from)]);
  return { child, id: await rollOf(child) };
}

/** Links two records, as partnership does, under the first; or parts them. */
async function link(shown: string, held: string): Promise<void> {
  await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [held, shown]);
}
const part = (held: string) => hub.admin.query('delete from access.child_alias where held = $1', [held]);

describe('a school roll', () => {
  it.each([
    ['whose leaving date comes late', '2026-11-02', '2026-11-16'],
    ['whose entry is put right to a day still to come', '2026-12-01', ''],
    ['whose entry and leaving are put right to days before', '2026-09-02', '2026-11-03'],
  ])('%s ends at once', async (_, from, left) => {
    const { child, id } = await newPupil('2026-11-02');
    expect(await sees(hub, senco, id)).toBe(true);
    await take(hub, 'school-census', [onRoll(child, '900001', from, left)]);
    expect(await sees(hub, senco, id)).toBe(false);
  });

  it('of a record that its source asks to be deleted ends at once, and the council’s sight with it', async () => {
    const { child, id } = await newPupil();
    expect([await sees(hub, senco, id), await sees(hub, officer, id)]).toEqual([true, true]);
    await take(hub, 'deletions', [deletion('school-census:900001', child.upn)]);
    expect([await sees(hub, senco, id), await sees(hub, officer, id)]).toEqual([false, false]);
  });
});

describe('a team around a school', () => {
  it('is of those who sit in it: a seat that ends today has ended', async () => {
    const { id } = await newPupil();
    await discuss(id);
    expect(await sees(hub, psychologist, id)).toBe(true);
    await seat('ep-001', '2026-11-20');
    expect(await sees(hub, psychologist, id)).toBe(false);
    await seat('ep-001');
    expect(await sees(hub, psychologist, id)).toBe(true);
  });

  it('sees for its 28 days a child who has left the school: that the child was there is no mistake', async () => {
    const { child, id } = await newPupil();
    await discuss(id);
    await take(hub, 'school-census', [onRoll(child, '900001', '2026-09-02', '2026-11-19')]);
    expect([await sees(hub, senco, id), await sees(hub, psychologist, id)]).toEqual([false, true]);
  });

  it('sees a child no longer whose roll is deleted, under whichever id the child was shown', async () => {
    const { child, id } = await newPupil();
    const elsewhere = newChild();
    await take(hub, 'waiting-list', [listed(elsewhere, 'ACCEPTED_WAITING')]);
    const shown = await listOf(elsewhere);
    await link(shown, id);
    await discuss(shown);
    expect(await sees(hub, psychologist, shown)).toBe(true);
    await take(hub, 'deletions', [deletion('school-census:900001', child.upn)]);
    expect(await sees(hub, psychologist, shown)).toBe(false);
  });

  it('sees after a separation only the child whom its school has', async () => {
    const { id } = await newPupil();
    const other = newChild();
    await take(hub, 'waiting-list', [listed(other, 'ACCEPTED_WAITING')]);
    const shown = await listOf(other);
    await link(shown, id);
    await discuss(shown);
    await part(id);
    expect([await sees(hub, senco, shown), await sees(hub, psychologist, shown)]).toEqual([false, false]);
    expect(await sees(hub, senco, id)).toBe(true);
    const own = await newPupil();
    await discuss(own.id);
    await link(own.id, shown);
    await part(shown);
    expect(await sees(hub, psychologist, own.id)).toBe(true);
  });

  it('goes on seeing a child whose records are shown by another of their ids from now on', async () => {
    const { id } = await newPupil();
    const other = newChild();
    await take(hub, 'waiting-list', [listed(other, 'ACCEPTED_WAITING')]);
    const shown = await listOf(other);
    await link(shown, id);
    await discuss(shown);
    await hub.admin.query(
      `with old as (delete from access.child_alias where held = $1 returning held, canonical)
       insert into access.child_alias (held, canonical) select canonical, held from old`,
      [id],
    );
    expect(await sees(hub, psychologist, id)).toBe(true);
  });
});

describe('an own claim of a child', () => {
  it('ends for both when the records are parted: whose number it was cannot be said', async () => {
    const { id } = await newPupil();
    const other = newChild();
    await take(hub, 'case-list', [allocated(other, 'sw-001', '2026-03-02')]);
    const number = `990/C${other.upn}`;
    const shown = await recordId(hub, 'case-list:990', number);
    await link(shown, id);
    const worker: As = { persona: 'social-worker', claims: { sub: 'sw-new' } };
    const claim = { identifierType: 'SOCIAL_CARE_ID', identifier: number, dateOfBirth: other.dob };
    const answer = await hub.ask('partnership', worker, text('claim-relationship'), {
      ...claim,
      reason: 'New case from the duty desk',
      idempotencyKey: randomUUID(),
    });
    expect(answer.errors).toBeUndefined();
    expect(await sees(hub, worker, shown)).toBe(true);
    await part(id);
    expect([await sees(hub, worker, shown), await sees(hub, worker, id)]).toEqual([false, false]);
  });
});

describe('the virtual school’s duties', () => {
  const sights = async (id: string): Promise<boolean[]> => [await sees(hub, adviser, id), await sees(hub, head, id)];

  it('end when the status they arose from is taken back, as soon as that is heard, and the copies go', async () => {
    const { child, id } = await newPupil();
    await protect(hub, child);
    await settle(hub);
    expect(await sights(id)).toEqual([true, false]);
    await hub.admin.query('delete from social_care.status_interval where child_id = $1', [id]);
    await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('involvement-changed', $1)`, [id]);
    await settle(hub);
    expect(await sights(id)).toEqual([false, false]);
    const { rows } = await hub.admin.query('select from virtual_school.kept_interval where child_id = $1', [id]);
    expect(rows).toHaveLength(0);
  });
});

describe('what no fact of a child opens any longer', () => {
  it('is nothing, whatever basis it had: a record deleted by its source', async () => {
    const child = newChild();
    await take(hub, 'case-list', [allocated(child, 'sw-001', '2026-03-02')]);
    const id = await recordId(hub, 'case-list:990', `990/C${child.upn}`);
    expect(await sees(hub, { persona: 'social-worker' }, id)).toBe(true);
    await take(hub, 'deletions', [deletion('case-list:990', `990/C${child.upn}`)]);
    expect(await sees(hub, { persona: 'social-worker' }, id)).toBe(false);
    const { rows } = await hub.admin.query('select from access.relationship where child_id = $1', [id]);
    expect(rows).toHaveLength(0);
  });
});
