import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { listed, numberOf, type Pupil, pupil, take } from '../support/partner-files.js';
import { recordId } from '../support/sight.js';

let hub: TestHub;
const clinician: As = { persona: 'camhs-clinician' };
const text = (wanted: string): string => operations().find(({ name }) => name === wanted)?.text ?? '';
const started = { received_on: '2026-09-07' };

interface Flagged {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly wasNotBrought: number;
  readonly safeguardingFlag: string | null;
}

async function entryOf(of: Pupil): Promise<Flagged> {
  const id = await recordId(hub, 'waiting-list:XAC01', numberOf(of));
  const { body } = await hub.post(
    clinician,
    'query($id: ID!) { child(id: $id) { health { waiting { id version status wasNotBrought safeguardingFlag } } } }',
    { id },
  );
  const child = body.data?.['child'] as { health: { waiting: Flagged[] } } | null;
  const [entry] = child?.health.waiting ?? [];
  if (!entry) throw new Error('the child has no entry');
  return entry;
}

async function update(of: Pupil, given: Record<string, unknown>) {
  const { id, version } = await entryOf(of);
  const input = { id, expectedVersion: version, idempotencyKey: randomUUID(), ...given };
  const { body } = await hub.post(clinician, text('update-waiting-list-entry'), { input });
  return body.data?.['updateWaitingListEntry'] as Record<string, unknown>;
}

async function consider(of: Pupil, consideredOn: string, as = clinician) {
  const { id, version } = await entryOf(of);
  const asked = { id, expectedVersion: version, consideredOn, idempotencyKey: randomUUID() };
  const { body } = await hub.post(as, text('record-risk-considered'), asked);
  return { answer: body.data?.['recordRiskConsidered'] as Record<string, unknown> | null, errors: body.errors };
}

const told = async (of: Pupil): Promise<number> => {
  const id = await recordId(hub, 'waiting-list:XAC01', numberOf(of));
  const { rows } = await hub.admin.query<{ n: number }>(
    `select count(*)::int n from health.outbox where topic = 'child-not-brought' and child_id = $1`,
    [id],
  );
  return rows[0]?.n ?? -1;
};

/** Booked by the provider's file, then not brought, by hand. */
async function missed(of: Pupil): Promise<void> {
  await take(hub, 'waiting-list', [listed(of, 'BOOKED', { ...started, status_on: '2026-10-01' })]);
  const made = await update(of, { to: 'DID_NOT_ATTEND', effectiveOn: '2026-11-05', wasNotBrought: true });
  expect(made).toMatchObject({ __typename: 'WaitingListEntryUpdated' });
}

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

describe('a child who was not brought', () => {
  const once = 'The child was not brought to an appointment, on 2026-11-05: ask after the child.';

  it('is flagged, and whoever may hear of it is told', async () => {
    const of = pupil(1);
    await take(hub, 'waiting-list', [listed(of, 'BOOKED', { ...started, status_on: '2026-10-01' })]);
    expect(await entryOf(of)).toMatchObject({ wasNotBrought: 0, safeguardingFlag: null });
    expect(await told(of)).toBe(0);
    await missed(of);
    expect(await entryOf(of)).toMatchObject({ wasNotBrought: 1, safeguardingFlag: once });
    expect(await told(of)).toBe(1);
  });

  it.each(['DISCHARGED', 'WITHDRAWN'])('is not %s without a reason, and stays flagged until considered', async (to) => {
    const of = pupil(to === 'DISCHARGED' ? 2 : 3);
    await missed(of);
    expect(await update(of, { to, effectiveOn: '2026-11-10' })).toMatchObject({ field: 'reason' });
    expect(await update(of, { to, effectiveOn: '2026-11-10', reason: 'The family moved away' })).toMatchObject({
      __typename: 'WaitingListEntryUpdated',
    });
    expect(await entryOf(of)).toMatchObject({ status: to, safeguardingFlag: once });
    expect((await consider(of, '2026-11-04')).answer).toMatchObject({ field: 'consideredOn' });
    const { answer } = await consider(of, '2026-11-12');
    expect(answer).toMatchObject({ entry: { wasNotBrought: 1, safeguardingFlag: null } });
    expect(await entryOf(of)).toMatchObject({ safeguardingFlag: null });
    expect((await consider(of, '2026-11-12')).answer).toMatchObject({ field: 'id' });
  });

  it('is considered by the provider that keeps the list alone', async () => {
    const of = pupil(4);
    await missed(of);
    for (const persona of ['salt-therapist', 'senco', 'social-worker'] as const) {
      const { answer, errors } = await consider(of, '2026-11-12', { persona });
      expect([answer ?? null, errors?.length]).toEqual([null, 1]);
    }
    expect(await entryOf(of)).toMatchObject({ safeguardingFlag: once });
  });

  it('is told of by a file, which says it anew where it is put right, and nothing where it is said again', async () => {
    const of = pupil(5);
    const row = listed(of, 'DID_NOT_ATTEND', { ...started, status_on: '2026-11-03', was_not_brought: 'Y' });
    await take(hub, 'waiting-list', [row]);
    await take(hub, 'waiting-list', [row]);
    expect(await told(of)).toBe(1);
    await take(hub, 'waiting-list', [{ ...row, was_not_brought: 'N' }]);
    expect(await told(of)).toBe(2);
    expect(await entryOf(of)).toMatchObject({ wasNotBrought: 0, safeguardingFlag: null });
  });
});
