import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Assembly } from '../../cli/assemble.js';
import { startGateway } from '../../cli/gateway-process.js';
import { type Dashboard, startDashboard } from '../../dashboard/dashboard.js';
import { subgraphName } from '../../platform/db/names.js';
import { Unavailable } from '../../platform/errors/hub-error.js';
import { createLog } from '../../platform/telemetry/log.js';
import { Metrics } from '../../platform/telemetry/metrics.js';
import type { SubgraphTransport } from '../../platform/transport/transport.js';
import type { Domain } from '../../platform/vocabulary/domain.js';
import { browserProgram } from './browser-program.js';
import { type Change, changedAnswers } from './changed-answers.js';
import { testHub, type TestHub } from './hub.js';

/** Whether there is a browser. CI says that there must be one, so that it fails where another machine skips. */
export const hasBrowser = existsSync(browserProgram) || process.env['HUB_NEEDS_BROWSER'] === '1';

/** Says aloud what is skipped, and why. */
export function sayWithout(what: string): void {
  if (!hasBrowser)
    console.warn(
      `SKIPPED: ${what}. There is no browser at ${browserProgram}: install Debian's chromium, or name one in CHROMIUM.`,
    );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** How somebody looks: what else a browser would be set to, and what watches it from its first page on. */
export interface Looking extends BrowserContextOptions {
  readonly watch?: (page: Page) => void;
}

/** Pages over a hub of its own, as a person's browser has them. */
export interface Pages {
  readonly hub: TestHub;
  readonly url: string;
  /** Somebody who has signed in, by the persona's title; at another school than the persona's own where one is named. */
  as(title: string, school?: string, looking?: Looking): Promise<Page>;
  /** Takes domains out of the gateway's reach; all are back by `reach()`. */
  reach(...without: Domain[]): void;
  /** Changes every answer on its way to the pages, from now on. */
  change(by: Change | null): void;
  /** Whether child's pages begin without waiting for their slow domains; they wait for all unless a test says so. */
  hurry(on: boolean): void;
  /** Lets so many minutes go by for those who have signed in. */
  pass(minutes: number): void;
  close(): Promise<void>;
}

/** A slow machine takes as long as it takes; jest ends what never ends. */
const patientMs = 240_000;

/** The ways to the subgraphs, with a switch each. */
function switched({ transports }: Assembly, isOut: (subgraph: string) => boolean): Record<string, SubgraphTransport> {
  return Object.fromEntries(
    Object.entries(transports).map(([name, ask]): [string, SubgraphTransport] => [
      name,
      (call) => (isOut(name) ? Promise.reject(new Unavailable('The subgraph does not answer.')) : ask(call)),
    ]),
  );
}

export async function pages(): Promise<Pages> {
  const hub = await testHub({ area: true });
  const { dataDir, host, today = '' } = hub.environment;
  const log = createLog('silent');
  const out = new Set<string>();
  const assembly = Object.create(hub.assembly, {
    metrics: { value: new Metrics() },
    transports: { value: switched(hub.assembly, (name) => out.has(name)) },
  }) as Assembly;
  const gateway = await startGateway(hub.environment, assembly, log);
  const answers = await changedAnswers(gateway.url);
  let passed = 0;
  let hurried = false;
  const dashboard: Dashboard = await startDashboard({
    ...{ host, port: 0, log, today: () => today, now: () => Date.now() + passed },
    ...{ gatewayUrl: answers.url, signIn: { developmentDataDir: dataDir } },
    patience: () => (hurried ? Promise.resolve() : new Promise(() => undefined)),
  });
  const browser: Browser = await chromium.launch({ executablePath: browserProgram, args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  const as: Pages['as'] = async (title, school, { watch, ...looking } = {}) => {
    const context = await browser.newContext(looking);
    context.setDefaultTimeout(patientMs);
    contexts.push(context);
    const page = await context.newPage();
    watch?.(page);
    await page.goto(dashboard.url);
    await signIn(page, title, school);
    await page.waitForURL(`${dashboard.url}/**`);
    return page;
  };
  const close = async (): Promise<void> => {
    for (const context of contexts) await context.close();
    await browser.close();
    await dashboard.stop();
    await answers.stop();
    await gateway.stop();
    await hub.close();
  };
  const reach: Pages['reach'] = (...without) => {
    out.clear();
    for (const domain of without) out.add(subgraphName(domain));
  };
  const pass: Pages['pass'] = (minutes) => {
    passed += minutes * 60_000;
  };
  const change: Pages['change'] = (by) => {
    answers.change(by);
  };
  const hurry: Pages['hurry'] = (on) => {
    hurried = on;
  };
  return { hub, url: dashboard.url, as, reach, change, hurry, pass, close };
}

/** Picks whom to be, where the development provider asks. */
async function signIn(page: Page, title: string, school?: string): Promise<void> {
  if (school !== undefined) await page.fill('#school', school);
  await page.getByRole('button', { name: title, exact: true }).click();
}

/** What axe finds against WCAG 2.2 AA, in a line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<string[]>(
    `axe.run(document, { runOnly: ${JSON.stringify(standard)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
  );
  return found;
}

/** Nothing of a page is reached by scrolling sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content = 0, window = 0] = await page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
  expect({ address: page.url(), content: Math.max(content, window) }).toEqual({ address: page.url(), content: window });
}
