import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { effectiveHistory, type Step } from '../../subgraphs/health/waiting-list/history.js';
import { type Telling, toldAfterOutcome } from '../../subgraphs/health/waiting-list/referrer-told.js';
import { WaitingStatus } from '../../subgraphs/health/waiting-list/status.js';
import { waitIntervals } from '../../subgraphs/health/waiting-list/wait-intervals.js';
import { testHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await testHub();
});
afterAll(() => hub.close());

const receivedOn = '2026-09-01';
const day = fc.integer({ min: 1, max: 12 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`);
// What was entered in error is no referral at all, and is counted nowhere.
const statuses = Object.values(WaitingStatus).filter((one) => one !== WaitingStatus.ENTERED_IN_ERROR);
const outcomes = [
  ...[WaitingStatus.ACCEPTED_WAITING, WaitingStatus.REJECTED, WaitingStatus.REDIRECTED],
  ...[WaitingStatus.DISCHARGED, WaitingStatus.WITHDRAWN, WaitingStatus.BOOKED],
];

/** Steps in any order of days, corrections among them, and tellings of any outcome. */
const referral = fc.record({
  steps: fc.array(
    fc.record({ to: fc.constantFrom(...statuses), effectiveOn: day, corrects: fc.option(fc.nat(5), { freq: 4 }) }),
    { minLength: 1, maxLength: 6 },
  ),
  tellings: fc.array(fc.record({ outcome: fc.constantFrom(...outcomes), toldOn: day }), { maxLength: 4 }),
});

interface Referral {
  readonly id: string;
  readonly history: readonly Step[];
  readonly tellings: readonly Telling[];
}

/** Figures are read from how each day ended; of several steps of one day the last alone is there. */
const oneADay = ({ history }: Referral): boolean => {
  const days = effectiveHistory(history).map(({ effectiveOn }) => effectiveOn);
  return new Set(days).size === days.length;
};

const some = (): Referral[] =>
  fc
    .sample(referral, { numRuns: 400, seed: 20_261_129 })
    .map(({ steps, tellings }) => ({
      id: randomUUID(),
      // A correction is of a step that was there before it.
      history: steps.map(({ corrects, ...step }, at) => ({
        ...{ id: at + 1, ...step },
        corrects: corrects !== null && corrects < at ? corrects + 1 : null,
      })),
      tellings: tellings.map((one, at) => ({ id: at + 1, ...one })),
    }))
    .filter(oneADay);

it('how long a referrer waits to be told is one rule, of one entry and of the figures', async () => {
  const referrals = some();
  for (const { id, history, tellings } of referrals) {
    const effective = effectiveHistory(history);
    await hub.admin.query(
      `insert into health.waiting_list_entry (id, child_id, provider_ods, entry_ref, service, status, status_on, received_on)
       values ($1::uuid, $1::uuid, 'XAC01', $1::text, 'CAMHS', $2, $3, $4)`,
      [id, effective.at(-1)?.to, effective.at(-1)?.effectiveOn, receivedOn],
    );
    await hub.admin.query(
      `insert into health.wait_interval (entry_id, held_from, held_until, child_id, status, waiting, service, provider_ods, received_on, confidential)
       select $1, i."from", i.until, $1, i.status, i.waiting, 'CAMHS', 'XAC01', $2, false
       from jsonb_to_recordset($3) i("from" date, until date, status text, waiting boolean)`,
      [id, receivedOn, JSON.stringify(waitIntervals({ receivedOn, continuesFrom: null, history }))],
    );
    await hub.admin.query(
      `insert into health.referrer_told (entry_id, child_id, outcome, told_on, recorded_by)
       select $1, $1, t.outcome, t.told_on, 'file'
       from rows from (jsonb_to_recordset($2) as (outcome text, "toldOn" date)) with ordinality t(outcome, told_on, nth) order by nth`,
      [id, JSON.stringify(tellings)],
    );
  }
  const { rows } = await hub.admin.query<{ child: string; days: number | null }>(
    'select child, days_to_told as days from health.referrals_in($1, $1, null)',
    [receivedOn],
  );
  const found = new Map(rows.map(({ child, days }) => [child, days]));
  const differing = referrals.filter(({ id, history, tellings }) => {
    const told = toldAfterOutcome(effectiveHistory(history), tellings);
    return found.get(id) !== (told?.days ?? null);
  });
  expect(differing).toEqual([]);
  const days = referrals.map(
    ({ history, tellings }) => toldAfterOutcome(effectiveHistory(history), tellings)?.days ?? null,
  );
  // Worth comparing: some are told on the day, some later, and of some nobody was told.
  expect([days.includes(null), days.includes(0), days.some((one) => (one ?? 0) > 0)]).toEqual([true, true, true]);
});
