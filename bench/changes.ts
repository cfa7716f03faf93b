import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { assemble, type Assembly } from '../cli/assemble.js';
import { openServer } from '../cli/database.js';
import { manifests } from '../cli/domains.js';
import { ingestFiles } from '../cli/ingest.js';
import { operations } from '../cli/schema-files.js';
import { readEnvironment } from '../platform/config/environment.js';
import { createLog } from '../platform/telemetry/log.js';
import { filesBySource, writeSample } from '../sample/sample.js';
import { medianOf } from './cohort-questions.js';
import { median } from './median.js';
import { familyTime, processTime } from './processor-time.js';
import { note, step } from './progress.js';
import { hubCommand, startHub, type StartedHub } from './started-hub.js';
import { ask } from './waits-questions.js';

/**
 * What changed, over an area of so many children in schools of 1,500: `npm run bench:changes -- 10000`. A page of a SENCO's, of a
 * week in which every second pupil has a change; and what the triggers that keep history cost whoever takes files in.
 */
const children = Number(process.argv[2] ?? 10_000);
const [urn, today] = ['900001', '2026-11-20'];
const rounds = 7;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const milliseconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Half of all children have a change of their last week, and each eight of weeks before; one in three is of health. */
const laid = `
  with made as (select gen_random_uuid() id, i, (900001 + i / 1500)::text urn from generate_series(0, $1::int - 1) i),
  child as (
    insert into partnership.child (child_id, given, family, date_of_birth, sex)
    select id, 'Robin', 'Benchcase' || i, date '2012-01-01' + i % 1800, 'FEMALE' from made),
  roll as (
    insert into access.relationship (child_id, grantee, basis, reference, valid)
    select id, 'org:' || urn, 'SCHOOL_ROLL', 'bench', tstzrange('2024-09-02', null) from made)
  insert into partnership.change (child_id, domain, tier, change_key, at, heard_at, what, was, became, told_by)
  select m.id, case when k % 3 = 0 then 'HEALTH' else 'EDUCATION' end, case when k % 3 = 0 then 'T3' else 'T2' end, 'bench/' || k, t.moment, t.moment,
    'Attendance mark', 'Illness', 'Present', 'School'
  from made m cross join generate_series(0, 8) k
  cross join lateral (select now() - k * interval '7 days' - random() * interval '6 days' as moment) t
  where k > 0 or m.i % 2 = 0`;

/** What the history triggers stand on. */
const noting = `select n.nspname || '.' || c.relname as "table", t.tgname as "trigger"
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where t.tgfoid in (to_regproc('access.note_fact'), to_regproc('partnership.note_identity'))`;

async function keepHistory(admin: Client, kept: boolean): Promise<void> {
  const { rows } = await admin.query<Record<'table' | 'trigger', string>>(noting);
  if (rows.length < 7) throw new Error('There are fewer triggers that keep history than there were.');
  for (const { table, trigger } of rows)
    await admin.query(`alter table ${table} ${kept ? 'enable' : 'disable'} trigger ${trigger}`);
}

interface Cost {
  readonly kept: number;
  readonly not: number;
}

/** Milliseconds of processor that work takes here and in the server: others who are busy make it no longer. */
async function processorTime({ serverPid }: StartedHub, work: () => Promise<unknown>): Promise<number> {
  const before = { server: familyTime(serverPid), own: process.cpuUsage() };
  await work();
  const { user, system } = process.cpuUsage(before.own);
  return familyTime(serverPid) - before.server + (user + system) / 1000;
}

/** The same work with the triggers and without, in turn; the work is told how often it was done. */
async function inTurn(hub: StartedHub, work: (time: number) => Promise<unknown>): Promise<Cost> {
  const found: Record<'kept' | 'not', number[]> = { kept: [], not: [] };
  for (let at = 0; at < 2 * rounds; at += 1) {
    // Each is first of its pair in turn.
    const kept = (at + (at >> 1)) % 2 === 0;
    await keepHistory(hub.admin, kept);
    const ms = await processorTime(hub, () => work(at));
    if (at >= 2) found[kept ? 'kept' : 'not'].push(ms);
  }
  await keepHistory(hub.admin, true);
  return { kept: median(found.kept), not: median(found.not) };
}

const costText = ({ kept, not }: Cost): string =>
  `${not.toFixed(0)} · ${kept.toFixed(0)} ms · ${(kept / not).toFixed(2)}`;

/** A line of a file with another word in one of its cells. */
const cells = (line: string, at: number, word: string): string =>
  line === '' ? '' : line.split(',').with(at, word).join(',');

/** A roll of so many pupils whose every line says another provision than the file before it. */
async function rolls(assembly: Assembly, hub: StartedHub, many: number, folder: string): Promise<Cost> {
  const report = await writeSample({ children: many, seed: 7, outDir: folder, asAt: today });
  const files = filesBySource(report);
  const [schools, census] = ['gias', 'school-census'].map((name) => files.find(({ source }) => source === name));
  if (!schools || !census) throw new Error('The sample has no roll.');
  await ingestFiles(assembly, schools.source, schools.paths, {});
  await ingestFiles(assembly, census.source, census.paths, {});
  const [header = '', ...lines] = readFileSync(census.paths[0] ?? '', 'utf8').split('\r\n');
  const at = header.split(',').indexOf('sen_provision');
  const saying = (word: string): string => {
    const file = path.join(folder, `roll-${word}.csv`);
    writeFileSync(file, [header, ...lines.map((line) => cells(line, at, word))].join('\r\n'));
    return file;
  };
  const two = [saying('K'), saying('N')] as const;
  return inTurn(hub, (time) => ingestFiles(assembly, census.source, [two[time % 2] ?? two[0]], {}));
}

async function writes(hub: StartedHub): Promise<readonly (readonly [string, string])[]> {
  const environment = readEnvironment(hub.environment);
  const server = await openServer(environment);
  const here = manifests.map(({ domain }) => domain);
  const assembly = await assemble({ environment, log: createLog('silent'), adminUrl: server.adminUrl, here });
  const many = 2000;
  try {
    const folder = path.join(environment.dataDir, 'roll');
    const ingest = await step('Taking rolls in', () => rolls(assembly, hub, many, folder));
    const update = await step('Updating rolls', () =>
      inTurn(hub, (time) =>
        hub.admin.query(`update education.enrolment set left_on = date '2027-07-01' + $1::int`, [time]),
      ),
    );
    return [
      [
        `a roll of ${String(many)} pupils of whom each changed, taken in, processor time: without · with · ratio`,
        costText(ingest),
      ],
      ['its table alone, every row updated by one statement, processor time: without · with · ratio', costText(update)],
    ];
  } finally {
    await assembly.close();
    await server.stop();
  }
}

interface Told {
  readonly id: string;
}

/** A page of the list; refused where it is not as long as it should be. */
async function page(hub: StartedHub, token: string, given: { first: number; after?: string; since: string }) {
  const text = operations().find(({ name }) => name === 'changes')?.text ?? '';
  const { ms, data } = await ask(hub, token, text, given);
  return { ms, told: data['changes'] as readonly Told[] };
}

async function reads(hub: StartedHub): Promise<readonly (readonly [string, string])[]> {
  await step(`Laying ${String(children)} children`, () => hub.admin.query(laid, [children]));
  await hub.admin.query('vacuum analyze');
  const token = execFileSync(process.execPath, [hubCommand, 'token', 'senco', '--school', urn], {
    env: hub.environment,
  })
    .toString()
    .trim();
  const { rows } = await hub.admin.query<{ since: string; changes: number }>(
    `select to_char(s.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') since, (
       select count(*)::int from partnership.change c join access.relationship r on r.child_id = c.child_id
       where r.grantee = 'org:' || $1 and c.heard_at > s.since) changes
     from (select now() - interval '7 days' since) s`,
    [urn],
  );
  const { since = '', changes = 0 } = rows[0] ?? {};
  const figures: (readonly [string, string])[] = [];
  for (const first of [100, 500]) {
    const asked = Array.from({ length: 21 }, () => ({ first, since }));
    const before = { node: processTime(hub.pid), server: familyTime(hub.serverPid) };
    const ms = await medianOf(asked, (given) => page(hub, token, given));
    const [node, server] = [processTime(hub.pid) - before.node, familyTime(hub.serverPid) - before.server];
    figures.push([
      `a page of ${String(first)} of ${String(changes)} changes: elapsed · Node · PostgreSQL`,
      [ms, node / asked.length, server / asked.length].map((one) => one.toFixed(0)).join(' · ') + ' ms',
    ]);
  }
  let [after, told]: [string | undefined, number] = [undefined, 0];
  const all = await milliseconds(async () => {
    for (let full = true; full;) {
      const { told: found } = await page(hub, token, { first: 100, since, ...(after === undefined ? {} : { after }) });
      told += found.length;
      after = found.at(-1)?.id;
      full = found.length === 100;
    }
  });
  if (told !== changes || told === 0) throw new Error(`${String(told)} changes were told of ${String(changes)}.`);
  figures.push([`all ${String(told)}, page by page: elapsed`, `${all.toFixed(0)} ms`]);
  const none = Array.from({ length: 21 }, () => ({ first: 100, since: new Date(Date.now() + 60_000).toISOString() }));
  figures.push([
    'a page of none: elapsed',
    `${(await medianOf(none, (given) => page(hub, token, given))).toFixed(0)} ms`,
  ]);
  return figures;
}

const hub = await step('Starting a hub', () => startHub(0, today));
try {
  const lines = [...(await reads(hub)), ...(await writes(hub))];
  say(`| what changed, of ${String(children)} children | figure |`);
  say('| --- | --- |');
  for (const [name, value] of lines) {
    note(`${name}: ${value}`);
    say(`| ${name} | ${value} |`);
  }
} finally {
  await hub.stop();
}
