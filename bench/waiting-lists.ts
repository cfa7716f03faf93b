import { execFileSync } from 'node:child_process';
import { note, step } from './progress.js';
import { hubCommand, startHub, type StartedHub } from './started-hub.js';
import { layWaits } from './waits-area.js';
import { pageAskers, pages, timesNow, timesPast } from './waits-questions.js';
import { compareWrites } from './waits-writers.js';

/**
 * What waiting lists of so many entries cost: `npm run bench:waiting-lists -- 1000 100000`, which is what is measured unless
 * told otherwise. Pages and figures through the gateway, each answer compared with rows by hand; then sixteen writers at once
 * against a bare UPDATE.
 */
const sizes: readonly number[] = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 100_000];
const today = '2026-11-29';

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
  // A small list has not enough rows that nobody has written.
  if (many >= 50_000) {
    const { user, password, host, port } = hub.admin;
    const url = `postgres://${user ?? ''}:${encodeURIComponent(password ?? '')}@${host}:${String(port)}/hub`;
    const token = tokenOf('camhs-clinician');
    const writes = await step('Writing, sixteen at once', () => compareWrites(hub, token, url, today));
    figure(
      'sixteen writers: hub · bare UPDATE',
      `${perSecond(writes.hub.perSecond)} · ${perSecond(writes.bare.perSecond)}`,
    );
    figure('of a bare UPDATE', writes.ratio.toFixed(2));
    figure('nineteen in twenty: hub · bare UPDATE', `${ms(writes.hub.p95)} · ${ms(writes.bare.p95)}`);
  }
  return found;
}

const columns: Figures[] = [];
for (const many of sizes) {
  const hub = await step('Starting a hub', () => startHub(0, today));
  try {
    columns.push(await measured(hub, many));
  } finally {
    await hub.stop();
  }
}
const names = [...new Set(columns.flatMap((column) => column.map(([name]) => name)))];
const rows = names.map((name) => [name, ...columns.map((column) => column.find(([own]) => own === name)?.[1] ?? '')]);
const lines = [['entries', ...sizes.map(String)], ['---', ...sizes.map(() => '---')], ...rows];
for (const line of lines) process.stdout.write(`| ${line.join(' | ')} |\n`);
