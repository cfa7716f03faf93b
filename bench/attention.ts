import { execFileSync } from 'node:child_process';
import type { Client } from 'pg';
import { operations } from '../cli/schema-files.js';
import { medianOf } from './cohort-questions.js';
import { familyTime, processTime } from './processor-time.js';
import { note, step } from './progress.js';
import { hubCommand, startHub, type StartedHub } from './started-hub.js';
import { ask } from './waits-questions.js';

/**
 * What needs attention, over an area of so many children in schools of 1,500, with six weeks of registers and a wait for one child
 * in ten: `npm run bench:attention -- 10000`. The list of a school, how long a change takes to be in it, and what it costs to
 * make all of it from nothing.
 */
const children = Number(process.argv[2] ?? 10_000);
const [urn, today] = ['900001', '2026-11-20'];
const weeks = ['2026-10-12', '2026-10-19', '2026-11-02', '2026-11-09', '2026-11-16'] as const;
const changes = 40;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const run = (hub: StartedHub, ...words: readonly string[]): string =>
  execFileSync(process.execPath, [hubCommand, ...words], { env: hub.environment })
    .toString()
    .trim();

const people = `
  with made as (select gen_random_uuid() id, i, (900001 + i / 1500)::text urn from generate_series(0, $1::int - 1) i),
  child as (
    insert into partnership.child (child_id, given, family, date_of_birth, sex)
    select id, 'Robin', 'Benchcase' || i, date '2012-01-01' + i % 1800, 'FEMALE' from made),
  school as (
    insert into education.school (urn, name, phase, type, status, local_authority_code, local_authority_name)
    select distinct urn, 'School ' || urn, 'Secondary', 'Community school', 'Open', '990', 'Aldermere' from made),
  roll as (
    insert into access.relationship (child_id, grantee, basis, reference, valid)
    select id, 'org:' || urn, 'SCHOOL_ROLL', 'bench', tstzrange('2024-09-02', null) from made),
  wait as (
    insert into health.waiting_list_entry (child_id, provider_ods, entry_ref, service, status, status_on, received_on)
    select id, 'XAC01', id::text, 'CAMHS', 'ACCEPTED_WAITING', '2026-09-01', '2026-06-01' from made where i % 10 = 0)
  insert into education.enrolment (id, child_id, urn, entry_on, status)
  select gen_random_uuid(), id, urn, '2024-09-02', 'CURRENT' from made`;

/** One child in nine attends little, so that something of some two hundred children of a school needs attention in a week. */
const marks = `
  insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
  select e.id, e.child_id, $1, (
    select convert_to(string_agg(case when r > 0.97 - miss then (array['I', 'O', 'N'])[1 + floor(random() * 3)::int]
      when slot % 2 = 0 then '/' else E'\\\\' end, '' order by slot), 'LATIN1')
    from (select slot, random() + case when e.id is null then 1 else 0 end r from generate_series(0, 9) slot) one)
  from (select e.*, case when abs(hashtext(e.id::text)) % 9 = 0 then 0.4 else 0 end miss from education.enrolment e) e`;

async function lay(admin: Client): Promise<void> {
  await admin.query('select setseed(0.5)');
  await admin.query(people, [children]);
  for (const week of weeks) await admin.query(marks, [week]);
  await admin.query('vacuum analyze');
}

/** Everything of everybody, as files leave it. */
async function tellAll(admin: Client): Promise<void> {
  for (const [schema, topic] of [
    ['education', 'attendance-changed'],
    ['health', 'waiting-list-entry-changed'],
  ] as const) {
    await admin.query(`insert into ${schema}.outbox (topic, child_id) select $1, child_id from partnership.child`, [
      topic,
    ]);
    await admin.query(`select pg_notify('hub_${schema}', (select max(seq)::text from ${schema}.outbox))`);
  }
}

async function heardAll(admin: Client): Promise<void> {
  for (;;) {
    const { rows } = await admin.query<{ done: boolean }>(
      `select bool_and(coalesce(p.seq, 0) >= o.last) as done
       from (select 'EDUCATION' domain, coalesce(max(seq), 0) last from education.outbox where topic = 'attendance-changed'
         union all select 'HEALTH', coalesce(max(seq), 0) from health.outbox where topic = 'waiting-list-entry-changed') o
       left join partnership.event_position p on p.consumer = 'attention-feed' and p.domain = o.domain`,
    );
    if (rows[0]?.done) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Listed {
  readonly teamAroundSchool: { readonly attention: readonly { readonly reasons: readonly object[] }[] };
}

/** The school's list through the gateway; refused where it is not what the rows say. */
async function list(hub: StartedHub, token: string, week: string): Promise<{ ms: number; listed: number }> {
  const text = operations().find(({ name }) => name === 'school-attention')?.text ?? '';
  const { ms, data } = await ask(hub, token, text, { urn, week });
  const { attention } = (data['school'] as Listed).teamAroundSchool;
  const last = new Date(Date.parse(week) + 6 * 86_400_000).toISOString().slice(0, 10);
  const { rows } = await hub.admin.query<{ children: number; reasons: number }>(
    `select count(distinct f.child_id)::int as children, count(*)::int as reasons
     from partnership.attention_fact f join education.enrolment e on e.child_id = f.child_id and e.urn = $1
     where f.stands_from <= least($3::date, $4::date) and (f.stands_until is null or f.stands_until > $2::date)`,
    [urn, week, last, today],
  );
  const told = { children: attention.length, reasons: attention.flatMap(({ reasons }) => reasons).length };
  if (told.children === 0 || told.children !== rows[0]?.children || told.reasons !== rows[0].reasons)
    throw new Error(`The list of ${week} is of ${JSON.stringify(told)}, the rows of ${JSON.stringify(rows[0])}.`);
  return { ms, listed: told.children };
}

/** From the commit of a change to a register until the fact is there to be seen: of so many children, one after another. */
async function untilSeen({ admin }: StartedHub): Promise<number[]> {
  const { rows } = await admin.query<{ id: string }>(
    `select c.child_id as id from partnership.child c where not exists (
       select from partnership.attention_fact f where f.child_id = c.child_id and f.kind = 'PART_TIME') order by 1 limit $1`,
    [changes],
  );
  const found: number[] = [];
  for (const { id } of rows) {
    await admin.query('begin');
    await admin.query(
      `update education.attendance_week set marks = overlay(marks placing 'b' from 2 for 1) where child_id = $1 and week_beginning = $2`,
      [id, weeks.at(-1)],
    );
    await admin.query(
      `with said as (insert into education.outbox (topic, child_id) values ('attendance-changed', $1) returning seq)
       select pg_notify('hub_education', seq::text) from said`,
      [id],
    );
    await admin.query('commit');
    const began = performance.now();
    for (;;) {
      const seen = await admin.query(
        `select from partnership.attention_fact where child_id = $1 and kind = 'PART_TIME'`,
        [id],
      );
      if (seen.rowCount !== 0) break;
      if (performance.now() - began > 60_000) throw new Error('A change was not seen within a minute.');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    found.push(performance.now() - began);
  }
  return found.sort((one, other) => one - other);
}

const hub = await step('Starting a hub', () => startHub(0, today));
try {
  const lines: (readonly [string, string])[] = [];
  const figure = (name: string, value: string): void => {
    lines.push([name, value]);
    note(`${name}: ${value}`);
  };
  await step(`Laying ${String(children)} children`, () => lay(hub.admin));
  const began = performance.now();
  await tellAll(hub.admin);
  await step('Letting it be heard', () => heardAll(hub.admin));
  figure('all of it heard for the first time', `${((performance.now() - began) / 1000).toFixed(1)} s`);
  await hub.admin.query('vacuum analyze');
  const token = run(hub, 'token', 'senco', '--school', urn);
  const asked = Array.from({ length: 21 }, (_, at) => weeks[at % weeks.length] ?? today);
  const { listed } = await list(hub, token, weeks[4]);
  figure(
    'a list of 1,500 pupils · children on it',
    `${(await medianOf(asked, (week) => list(hub, token, week))).toFixed(0)} ms · ${String(listed)}`,
  );
  const before = { node: processTime(hub.pid), server: familyTime(hub.serverPid) };
  for (const week of asked) await list(hub, token, week);
  const cost = { node: processTime(hub.pid) - before.node, server: familyTime(hub.serverPid) - before.server };
  figure(
    'its processor time, Node · PostgreSQL (with the rows it is compared with)',
    `${(cost.node / asked.length).toFixed(0)} · ${(cost.server / asked.length).toFixed(0)} ms`,
  );
  const seen = await step('Changing registers', () => untilSeen(hub));
  const at = (share: number): string =>
    (seen[Math.min(seen.length - 1, Math.floor(seen.length * share))] ?? NaN).toFixed(0);
  figure(
    `from a change to the fact, of ${String(changes)}: median · nine in ten · longest`,
    `${at(0.5)} · ${at(0.9)} · ${at(1)} ms`,
  );
  const rebuilt = (): string =>
    (JSON.parse(run(hub, 'rebuild', 'partnership', '--json')) as { digestAfter: string }).digestAfter;
  // Of all that the partnership keeps of others, of which nothing was said yet.
  const kept = await step('Making all it keeps', () => Promise.resolve(rebuilt()));
  await hub.admin.query('delete from partnership.attention_fact');
  const rebuilding = performance.now();
  const again = await step('Making it from nothing', () => Promise.resolve(rebuilt()));
  if (kept !== again) throw new Error('What is made from nothing is not what was kept.');
  figure(
    'hub rebuild partnership · the same digest',
    `${((performance.now() - rebuilding) / 1000).toFixed(1)} s · yes`,
  );
  say(`| what needs attention of ${String(children)} children | figure |`);
  say('| --- | --- |');
  for (const [name, value] of lines) say(`| ${name} | ${value} |`);
} finally {
  await hub.stop();
}
