import { chmodSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { assemble } from '../cli/assemble.js';
import { openServer } from '../cli/database.js';
import { manifests } from '../cli/domains.js';
import { ingestFiles } from '../cli/ingest.js';
import { readEnvironment } from '../platform/config/environment.js';
import { createLog } from '../platform/telemetry/log.js';
import { filesBySource, type SourceFiles, writeSample } from '../sample/sample.js';
import { step } from './progress.js';
import type { StartedHub } from './started-hub.js';

/** A year's files, taken in by the hub and copied by PostgreSQL, in seconds. */
export interface YearIngest {
  readonly days: number;
  readonly suspensions: number;
  readonly hub: number;
  /** The lines as they are, into tables without a key. */
  readonly rawCopy: number;
  /** A row a session, into a table with its key: what a register would be without packed weeks. */
  readonly keyedCopy: number;
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};

/** Registers and suspensions of the year before; everything else is there already. */
const isOfTheYear = (file: string): boolean => /attendance-\d{4}-\d{2}\.csv$|suspensions\.csv$/.test(file);

/** PostgreSQL reads the file by itself: no client slows it. */
async function copied(admin: Client, table: string, file: string): Promise<number> {
  return seconds(() => admin.query(`copy ${table} from '${file}' with (format csv, header)`));
}

async function raw(admin: Client, { attendance, suspensions }: Record<'attendance' | 'suspensions', string>) {
  const words = (names: string): string =>
    names
      .split(' ')
      .map((name) => `${name} text`)
      .join(', ');
  await admin.query(`create schema if not exists bench;
    create table bench.line (${words('urn upn surname forename dob')}, date date, am text, pm text)`);
  const { rows } = await admin.query<{ header: string }>(
    `select split_part(pg_read_file('${suspensions}', 0, 2000), E'\\r\\n', 1) as header`,
  );
  await admin.query(`create table bench.told (${words((rows[0]?.header ?? '').replaceAll(',', ' '))})`);
  return (await copied(admin, 'bench.line', attendance)) + (await copied(admin, 'bench.told', suspensions));
}

async function keyed(admin: Client, folder: string): Promise<number> {
  const file = path.join(folder, 'sessions.csv');
  await admin.query(
    `create table bench.session_line (urn text, upn text, surname text, forename text, dob date, date date, half text,
       code text not null, primary key (urn, upn, surname, forename, dob, date, half))`,
  );
  await admin.query(`copy (select urn, coalesce(upn, '-') upn, surname, forename, dob, date, half, code from bench.line
       cross join lateral (values ('AM', am), ('PM', pm)) s (half, code)) to '${file}' with (format csv, header)`);
  return copied(admin, 'bench.session_line', file);
}

/** Every mark and suspension of the files stands, or there is no figure. */
async function stands({ admin }: StartedHub): Promise<{ days: number; suspensions: number }> {
  const { rows } = await admin.query<Record<'held' | 'given' | 'told' | 'toldGiven' | 'days', number>>(
    `select (select sum(length(translate(convert_from(marks, 'LATIN1'), '.', ''))) from education.attendance_week)::int held,
       (select count(*) filter (where am is not null) + count(*) filter (where pm is not null) from bench.line)::int given,
       (select count(*) from education.suspension)::int told, (select count(*) from bench.told)::int "toldGiven",
       (select count(*) from bench.line)::int days`,
  );
  const [found] = rows;
  if (!found || found.held !== found.given || found.told !== found.toldGiven || found.held === 0)
    throw new Error(`What was taken in is not what was given: ${JSON.stringify(found)}. There is no figure.`);
  return { days: found.days, suspensions: found.told };
}

async function takeIn(hub: StartedHub, sources: readonly SourceFiles[]): Promise<number> {
  const environment = readEnvironment(hub.environment);
  const server = await openServer(environment);
  const here = manifests.map(({ domain }) => domain);
  const assembly = await assemble({ environment, log: createLog('silent'), adminUrl: server.adminUrl, here });
  try {
    return await seconds(async () => {
      for (const { source, paths, year } of sources) await ingestFiles(assembly, source, paths, { year });
    });
  } finally {
    await assembly.close();
    await server.stop();
  }
}

/** Takes a year of so many children in, and copies the same files. The hub holds them afterwards. */
export async function ingestAYear(hub: StartedHub, children: number, asAt: string): Promise<YearIngest> {
  const folder = path.join(hub.environment['HUB_DATA_DIR'] ?? '', 'year');
  const report = await step(`Writing an area of ${String(children)} children`, () =>
    writeSample({ children, seed: 7, outDir: folder, asAt }),
  );
  chmodSync(folder, 0o777);
  const all = filesBySource(report);
  const before = all.filter(({ source }) => ['gias', 'school-calendar', 'school-census'].includes(source));
  const ofYear = all
    .map((one) => ({ ...one, paths: one.paths.filter(isOfTheYear) }))
    .filter(({ paths }) => paths.length > 0);
  const file = (name: string): string => ofYear.find(({ source }) => source === name)?.paths[0] ?? '';
  await step('Taking in schools and rolls', () => takeIn(hub, before));
  const taken = await step('Taking in a year', () => takeIn(hub, ofYear));
  const rawCopy = await step('Copying it', () =>
    raw(hub.admin, { attendance: file('attendance'), suspensions: file('suspensions') }),
  );
  const counted = await stands(hub);
  const keyedCopy = await step('Copying it, a row a session', () => keyed(hub.admin, folder));
  return { ...counted, hub: taken, rawCopy, keyedCopy };
}
