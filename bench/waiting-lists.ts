import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Client } from 'pg';
import { migrateHub, openServer } from '../cli/database.js';
import { readEnvironment } from '../platform/config/environment.js';
import { CleanUp } from './clean-up.js';
import { benchFolder } from './ground.js';
import { note, step } from './progress.js';
import { hubCommand, startHub, type StartedHub } from './started-hub.js';
import { layWaits } from './waits-area.js';
import { pageAskers, pages, timesNow, timesPast } from './waits-questions.js';
import type { Compared } from './waits-rounds.js';
import { compareGateway, compareUnits } from './waits-writers.js';

/**
 * What waiting lists of so many entries cost: `npm run bench:waiting-lists -- 1000 100000`, which is what is measured unless
 * told otherwise. Pages and figures through the gateway, each answer compared with rows by hand; then sixteen writers at once
 * against a bare UPDATE: through the gateway, by the write unit alone, and by rows of which nothing is asked.
 */
const sizes: readonly number[] = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 100_000];
const today = '2026-11-29';
/** A small list has not enough rows that nobody has written. */
const enoughToWrite = 50_000;

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const perSecond = (value: number): string => `${value.toFixed(0)}/s`;

/** Before anything is asked: a command that is waited for holds up whatever else this process does. */
const tokensOf = (hub: StartedHub, personas: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    personas.map((persona) => [
      persona,
      execFileSync(process.execPath, [hubCommand, 'token', persona], { env: hub.environment }).toString().trim(),
    ]),
  );

type Figures = readonly (readonly [name: string, value: string])[];

async function measured(hub: StartedHub, many: number): Promise<Figures> {
  const found: (readonly [string, string])[] = [];
  const figure = (name: string, value: string): void => {
    found.push([name, value]);
    note(`${name}: ${value}`);
  };
  await layWaits(hub.admin, many);
  const tokens = tokensOf(hub, ['health-admin', 'send-officer', 'senco', 'commissioner', 'camhs-clinician']);
  const tokenOf = (persona: string): string => tokens.get(persona) ?? '';
  for (const asker of pageAskers)
    figure(`a page of 50: ${asker.persona}`, ms(await pages(hub, tokenOf(asker.persona), asker)));
  for (const [persona, provider] of [['health-admin', 'XAC01'] as const, ['commissioner', null] as const]) {
    const token = tokenOf(persona);
    const [now, past] = [await timesNow(hub, token), await timesPast(hub, token, today, provider)];
    figure(`waitingTimes: ${persona}, now · as at a past day`, `${ms(now)} · ${ms(past)}`);
  }
  if (many >= enoughToWrite) {
    const { user, password, host, port } = hub.admin;
    const url = `postgres://${user ?? ''}:${encodeURIComponent(password ?? '')}@${host}:${String(port)}/hub`;
    const compared = await step('Writing, sixteen at once', () =>
      compareGateway(hub, tokenOf('camhs-clinician'), url, today),
    );
    told(figure, 'through the gateway', compared);
  }
  return found;
}

function told(figure: (name: string, value: string) => void, name: string, { way, bare, ratio }: Compared): void {
  figure(`sixteen writers, ${name} · bare UPDATE`, `${perSecond(way.perSecond)} · ${perSecond(bare.perSecond)}`);
  figure(`of a bare UPDATE, ${name}`, ratio.toFixed(ratio < 0.1 ? 3 : 2));
  figure(`nineteen in twenty, ${name} · bare UPDATE`, `${ms(way.p95)} · ${ms(bare.p95)}`);
}

/** The write unit alone, on a server of its own: nobody hears what it says. */
async function alone(many: number): Promise<Figures> {
  const found: (readonly [string, string])[] = [];
  const figure = (name: string, value: string): void => {
    found.push([name, value]);
    note(`${name}: ${value}`);
  };
  const cleanUp = new CleanUp().onSignals();
  try {
    const dataDir = path.join(benchFolder(cleanUp), 'data');
    const environment = readEnvironment({ HUB_DATA_DIR: dataDir, HUB_TODAY: today, HUB_LOG_LEVEL: 'silent' });
    const server = await openServer(environment);
    cleanUp.push(() => server.stop());
    await step('Migrating a database', () => migrateHub(environment, server.adminUrl));
    const admin = new Client({ connectionString: server.adminUrl });
    await admin.connect();
    await layWaits(admin, many).finally(() => admin.end());
    const { unit, batch, rows } = await step('Writing without a gateway', () =>
      compareUnits(dataDir, server.adminUrl, today),
    );
    told(figure, 'the write unit alone', unit);
    told(figure, 'the write unit, 50 changes in each', batch);
    told(figure, 'the same rows, nothing asked', rows);
    return found;
  } finally {
    await cleanUp.run();
  }
}

const columns: Figures[] = [];
for (const many of sizes) {
  const hub = await step('Starting a hub', () => startHub(0, today));
  try {
    columns.push(await measured(hub, many));
  } finally {
    await hub.stop();
  }
  if (many >= enoughToWrite) columns.push([...(columns.pop() ?? []), ...(await alone(many))]);
}
const names = [...new Set(columns.flatMap((column) => column.map(([name]) => name)))];
const rows = names.map((name) => [name, ...columns.map((column) => column.find(([own]) => own === name)?.[1] ?? '')]);
const lines = [['entries', ...sizes.map(String)], ['---', ...sizes.map(() => '---')], ...rows];
for (const line of lines) process.stdout.write(`| ${line.join(' | ')} |\n`);
