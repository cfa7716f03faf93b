import type { Client } from 'pg';
import { step } from './progress.js';

/** How large an area is laid. */
export interface CohortArea {
  readonly children: number;
  /** Of them on a plan in the year; one in thirty-three, as in England's areas with many. */
  readonly plans: number;
  /** As in England, unless given. */
  readonly pupilsPerSchool?: number;
}

/** The first Monday of the year that is laid, its last, and the day the hub stands at: 39 weeks of school. */
export const year = { first: '2025-09-01', last: '2026-05-25', today: '2026-05-31', weeks: 39 } as const;

/** Of a school in England: 333 pupils. */
const usualSchool = 333;

const people = `
  with made as (select gen_random_uuid() id, i from generate_series(0, $1::int - 1) i),
  child as (
    insert into partnership.child (child_id, given, family, date_of_birth, sex)
    select id, 'Robin', 'Benchcase' || i, date '2012-01-01' + i % 1800, 'FEMALE' from made),
  school as (
    insert into education.school (urn, name, phase, type, status, local_authority_code, local_authority_name)
    select distinct (900001 + i / $2::int)::text, 'School ' || i / $2::int,
      case when (i / $2::int) % 4 = 0 then 'Secondary' else 'Primary' end, 'Community school', 'Open', '990', 'Aldermere'
    from made)
  insert into education.enrolment (id, child_id, urn, entry_on, status, year_group, free_school_meals)
  select gen_random_uuid(), id, (900001 + i / $2::int)::text, '2024-09-02', 'CURRENT', '5', jsonb_build_array(jsonb_build_object('eligible', i % 4 = 0, 'from', '2024-09-02')) from made`;

/** Most sessions are attended; some children miss many, so that figures differ. */
const marks = `
  insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
  select e.id, e.child_id, $1, (
    select convert_to(string_agg(case when r > 0.93 - miss then (array['I', 'O', 'C', 'N', 'X'])[1 + floor(random() * 5)::int]
      when slot % 2 = 0 then '/' else E'\\\\' end, '' order by slot), 'LATIN1')
    from (select slot, random() + case when e.id is null then 1 else 0 end r from generate_series(0, 9) slot) one)
  from (select e.*, case when abs(hashtext(e.id::text)) % 9 = 0 then 0.3 else 0 end miss from education.enrolment e) e
  order by e.urn`;

/** Of every kind of interval: all year, begun in it, ended in it, a protection plan that followed. */
const plans = `
  with chosen as (
    select child_id, row_number() over (order by hashtext(child_id::text), child_id) n from partnership.child limit $1),
  held as (
    select child_id, n, case when n % 3 = 0 then 'CHILD_PROTECTION' else 'CHILD_IN_NEED' end status,
      case when n % 2 = 0 then date '2025-03-03' else date '2025-09-01' + (n * 13 % 260)::int end since from chosen),
  status as (
    insert into social_care.status_interval (child_id, source, source_ref, status, held_from, held_until)
    select child_id, 'bench', status || '/' || since, status, since,
      case when n % 7 = 0 then greatest(since + 30, date '2026-01-05' + (n % 90)::int) end from held)
  insert into social_care.allocation (child_id, council, worker_id, worker_name, team, held_from)
  select child_id, '990', 'sw-' || n % 400, 'Worker', 'Team ' || n % 12, since from held`;

/** Rows of the bench's own: a row a session of everybody, as registers hold them, to be joined to the intervals. */
const sessions = `
  create schema if not exists bench;
  create table bench.session as
    select w.child_id, e.urn, w.week_beginning + slot / 2 as on_day, slot % 2 as half, chr(get_byte(w.marks, slot)) as code
    from education.attendance_week w join education.enrolment e on e.id = w.enrolment_id
    cross join generate_series(0, 9) slot
    where get_byte(w.marks, slot) <> ascii('.');
  create index on bench.session (child_id, on_day);
  vacuum analyze bench.session`;

const lastDay = `
  delete from bench.session where on_day = $1::date + 4;
  insert into bench.session
    select w.child_id, e.urn, w.week_beginning + slot / 2, slot % 2, chr(get_byte(w.marks, slot))
    from education.attendance_week w join education.enrolment e on e.id = w.enrolment_id cross join generate_series(8, 9) slot
    where w.week_beginning = $1::date and get_byte(w.marks, slot) <> ascii('.')`;

/** The rows to compare with, as the registers are now. */
async function laySessions(admin: Client): Promise<void> {
  await step('Laying a row a session', async () => {
    for (const statement of sessions.split(';')) await admin.query(statement);
  });
}

/** The same of the day that was marked since. */
export async function layLastDay(admin: Client): Promise<void> {
  for (const statement of lastDay.split(';')) await admin.query(statement.replaceAll('$1', `'${year.last}'`));
}

/** Fills an empty hub, straight into the owners' tables: schools, rolls, a year of registers, plans and allocations. */
export async function layArea(
  admin: Client,
  { children, plans: onPlan, pupilsPerSchool = usualSchool }: CohortArea,
): Promise<void> {
  await admin.query('select setseed(0.5)');
  await step(`Laying ${String(children)} children, ${String(onPlan)} of them on plans`, async (update) => {
    await admin.query(people, [children, pupilsPerSchool]);
    for (let week = 0; week < year.weeks; week += 1) {
      await admin.query(marks, [new Date(Date.parse(year.first) + week * 7 * 86_400_000).toISOString().slice(0, 10)]);
      update(week + 1, year.weeks);
    }
    await admin.query(plans, [onPlan]);
    await admin.query(
      `insert into education.school_week_stale (urn, week_beginning) select distinct urn, $1::date from education.enrolment`,
      [year.first],
    );
    await admin.query('vacuum analyze');
  });
  await laySessions(admin);
}

/** Tells whoever hears of it that facts of these children changed: all with a plan, or everybody's marks. */
export async function tell(admin: Client, what: 'plans' | 'marks'): Promise<void> {
  const [schema, topic, whom] =
    what === 'plans'
      ? ['social_care', 'involvement-changed', 'social_care.status_interval']
      : ['education', 'attendance-changed', 'education.enrolment'];
  await admin.query(
    `insert into ${schema}.outbox (topic, child_id) select $1, child_id from (select distinct child_id from ${whom}) c`,
    [topic],
  );
  await admin.query(`select pg_notify('hub_${schema}', (select max(seq)::text from ${schema}.outbox))`);
}

/** Everybody's marks of one day, the last Friday, in one transaction, as registers write them: none is left as it was. */
export async function markADay(admin: Client): Promise<void> {
  await admin.query('begin');
  await admin.query(
    `update education.attendance_week set marks = overlay(marks placing convert_to(
       case when abs(hashtext(child_id::text || 'day')) % 8 = 0 then 'OO' else E'/\\\\' end, 'LATIN1') from 9 for 2)
     where week_beginning = $1`,
    [year.last],
  );
  await admin.query(
    `insert into education.school_week_stale (urn, week_beginning) select distinct urn, $1::date from education.enrolment`,
    [year.last],
  );
  await tell(admin, 'marks');
  await admin.query('commit');
}

/** Whether the virtual school has heard all that this owner said. */
async function heard(admin: Client, domain: 'SOCIAL_CARE' | 'EDUCATION'): Promise<boolean> {
  const { rows } = await admin.query<{ done: boolean }>(
    `select coalesce((select p.seq from virtual_school.event_position p where p.consumer = 'cohort-feed' and p.domain = $1), 0)
       >= (select coalesce(max(seq), 0) from ${domain.toLowerCase()}.outbox) as done`,
    [domain],
  );
  return rows[0]?.done ?? false;
}

/** Waits until the virtual school has heard all of it, and answers how many seconds that took. */
export async function hearing(admin: Client, domain: 'SOCIAL_CARE' | 'EDUCATION'): Promise<number> {
  const began = performance.now();
  while (!(await heard(admin, domain))) await new Promise((resolve) => setTimeout(resolve, 50));
  return (performance.now() - began) / 1000;
}
