import { execFileSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { type CohortArea, hearing, layArea, layLastDay, markADay, tell, year } from './cohort-area.js';
import { byHand, type By, medianOf, page, parts, periods, told } from './cohort-questions.js';
import { note, step } from './progress.js';
import { hubCommand, startHub, type StartedHub } from './started-hub.js';

/**
 * What the figures of cohorts cost, over areas of these many children, three in a hundred of them on a plan, and a year of
 * registers: `npm run bench:cohorts -- 10000 100000`, which is what is measured unless told otherwise.
 */
const areas: readonly CohortArea[] = (
  process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000]
).map((children) => ({ children, plans: Math.ceil((children * 3) / 100) }));
const pages = Array.from({ length: 24 }, (_, at) => at);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const seconds = (value: number): string => `${value.toFixed(1)} s`;

const run = (hub: StartedHub, ...words: readonly string[]): string =>
  execFileSync(process.execPath, [hubCommand, ...words], { env: hub.environment })
    .toString()
    .trim();

/** Both ways, of every period, and the same answers: a figure of something else would be no figure. */
async function agreed(hub: StartedHub, token: string, by: By): Promise<void> {
  for (const period of [...periods.slice(0, 1), ...parts]) {
    const [own, hand] = [await told(hub, token, { by, ...period }), await byHand(hub.admin, { by, ...period })];
    if (own.groups.length === 0 || !isDeepStrictEqual(own.groups, hand.groups))
      throw new Error(`By ${by} the hub and the rows by hand do not say the same: there is no figure.`);
  }
}

/** The hub, the hub with what stands beside each group, the rows by hand; no question is asked twice. */
async function beside(hub: StartedHub, token: string, by: By): Promise<readonly string[]> {
  await agreed(hub, token, by);
  const ours = await medianOf(periods, (period) => told(hub, token, { by, ...period }));
  const compared = await medianOf(periods, (period) => told(hub, token, { by, ...period, compared: true }));
  const theirs = await medianOf(periods.slice(0, 8), (period) => byHand(hub.admin, { by, ...period }));
  return [ms(ours), ms(compared), ms(theirs), `${(theirs / ours).toFixed(1)}×`];
}

/** Schools' totals that are still to be counted. */
async function uncounted(hub: StartedHub): Promise<number> {
  const { rows } = await hub.admin.query<{ n: number }>(
    'select count(distinct urn)::int as n from education.school_week_stale',
  );
  return rows[0]?.n ?? 0;
}

async function measured(hub: StartedHub, area: CohortArea): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  const figure = (name: string, value: string): void => {
    found.push([name, value]);
    note(`${name}: ${value}`);
  };
  await layArea(hub.admin, area);
  await tell(hub.admin, 'plans');
  figure('first taken in', seconds(await step('Letting it be heard', () => hearing(hub.admin, 'SOCIAL_CARE'))));
  await hub.admin.query('vacuum analyze');
  const head = run(hub, 'token', 'virtual-school-head');
  const adviser = run(hub, 'token', 'virtual-school-adviser');
  for (const by of ['WEEK', 'SCHOOL'] as const)
    figure(
      `by ${by.toLowerCase()}: hub · with comparators · rows by hand · ratio`,
      (await beside(hub, head, by)).join(' · '),
    );
  const { listed } = await page(hub, adviser);
  const listing = await medianOf(pages, () => page(hub, adviser));
  figure('a page of the weekly list · items', `${ms(listing)} · ${String(listed)}`);
  await step('Marking a day', () => markADay(hub.admin));
  const day = await step('Letting it be heard', () => hearing(hub.admin, 'EDUCATION'));
  const left = await uncounted(hub);
  await layLastDay(hub.admin);
  await agreed(hub, head, 'WEEK');
  figure('a day’s marks of everybody · schools still to count', `${seconds(day)} · ${String(left)}`);
  const began = performance.now();
  await step('Making it from nothing', () => Promise.resolve(run(hub, 'rebuild', 'virtual-school', '--json')));
  figure('rebuilt', seconds((performance.now() - began) / 1000));
  return found;
}

const columns: (readonly (readonly [string, string])[])[] = [];
for (const area of areas) {
  const hub = await step(`Starting a hub for ${String(area.children)} children`, () => startHub(0, year.today));
  try {
    columns.push(await measured(hub, area));
  } finally {
    await hub.stop();
  }
}
say(
  `| ${String(year.weeks)} weeks | ${areas.map(({ children, plans }) => `${String(children)}, ${String(plans)} on plans`).join(' | ')} |`,
);
say(`| --- | ${areas.map(() => '---').join(' | ')} |`);
for (const [at, [name]] of (columns[0] ?? []).entries())
  say(`| ${name} | ${columns.map((column) => column[at]?.[1] ?? '').join(' | ')} |`);
