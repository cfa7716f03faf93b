import type { Client } from 'pg';
import { step } from './progress.js';

/** The providers whose lists are laid: nine in ten entries are the first's. */
export const providers = ['XAC01', 'XSL02'] as const;

/** A child each: received over two years, three in ten just referred, three accepted, two seen and two discharged since. */
const children = `
  insert into partnership.child (child_id, given, family, date_of_birth, sex)
  select md5('waits ' || n)::uuid, 'Robin', 'Benchcase' || n, date '2012-01-01' + n % 1800, 'FEMALE' from generate_series(1, $1::int) n`;

const entries = `
  insert into health.waiting_list_entry (child_id, provider_ods, entry_ref, service, status, status_on, received_on, next_step)
  select md5('waits ' || n)::uuid, case when n / 10 % 10 = 0 then 'XSL02' else 'XAC01' end, 'BENCH-' || n,
    (array['CAMHS', 'SALT', 'NEURODEVELOPMENTAL', 'OCCUPATIONAL_THERAPY', 'PHYSIOTHERAPY'])[1 + n / 7 % 5],
    (array['REFERRED', 'ACCEPTED_WAITING', 'SEEN_FIRST', 'DISCHARGED'])[k],
    received + (array[0, 14, 120, 100])[k], received, 'An assessment'
  from (
    select n, case when n % 10 < 3 then 1 when n % 10 < 6 then 2 when n % 10 < 8 then 3 else 4 end k,
      ctx.today() - (case when n % 10 < 6 then 0 else 150 end + n * 7919::bigint % 550)::int - 30 received
    from generate_series(1, $1::int) n) made`;

/** The days and the history of each: what its provider's files would have told, step by step. */
const steps = `
  create temporary table bench_step as
  select e.id entry_id, e.child_id, e.service, e.provider_ods, e.received_on, s.status, e.received_on + s.day on_day, s.place
  from health.waiting_list_entry e cross join lateral (
    select 'REFERRED' status, 0 as day, 1 place
    union all select 'ACCEPTED_WAITING', 14, 2 where e.status <> 'REFERRED'
    union all select e.status, e.status_on - e.received_on, 3 where e.status in ('SEEN_FIRST', 'DISCHARGED')) s
  order by e.id, s.place`;

const histories = `
  insert into health.waiting_list_change (entry_id, child_id, from_status, to_status, effective_on, recorded_by, reason)
  select entry_id, child_id, lag(status) over own, status, on_day, 'file', case when status = 'DISCHARGED' then 'Treated' end
  from bench_step window own as (partition by entry_id order by place)`;

const days = `
  insert into health.wait_interval (entry_id, held_from, held_until, child_id, status, waiting, service, provider_ods, received_on,
    confidential)
  select entry_id, on_day, lead(on_day) over own, child_id, status, place < 3, service, provider_ods, received_on, false
  from bench_step window own as (partition by entry_id order by place)`;

/** The provider's referral, which ends a while after a final status; the area's children; and one school's roll. */
const relationships = [
  `insert into access.relationship
    select child_id, 'org:' || provider_ods, 'REFERRAL', 'entry/' || entry_ref,
      tstzrange(received_on, case when status = 'DISCHARGED' then status_on + 28 end)
    from health.waiting_list_entry`,
  `insert into access.relationship
    select child_id, 'org:990', 'RESIDENCE', 'bench', tstzrange('2024-01-01', null) from health.waiting_list_entry`,
  `insert into access.relationship
    select md5('waits ' || n)::uuid, 'org:900001', 'SCHOOL_ROLL', 'bench', tstzrange('2024-01-01', null)
    from generate_series(1, 333) n`,
];

/** Fills an empty hub with so many entries, straight into the owners' tables. */
export function layWaits(admin: Client, many: number): Promise<void> {
  return step(`Laying ${String(many)} entries of waiting lists`, async () => {
    await admin.query(children, [many]);
    for (const ods of providers)
      await admin.query('insert into health.provider values ($1, $1) on conflict do nothing', [ods]);
    await admin.query(entries, [many]);
    for (const statement of [steps, histories, days, ...relationships]) await admin.query(statement);
    await admin.query('vacuum analyze');
  });
}
