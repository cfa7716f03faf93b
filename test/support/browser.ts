import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Dashboard, startDashboard } from '../../dashboard/dashboard.js';
import { createLog } from '../../platform/telemetry/log.js';
import { testHub, type TestHub } from './hub.js';

/** Debian's, which `.ci/run` installs. */
const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser. CI says that there must be one, so that it fails where another machine skips. */
export const hasBrowser = existsSync(program) || process.env['HUB_NEEDS_BROWSER'] === '1';

/** Says aloud what is skipped, and why. */
export function sayWithout(what: string): void {
  if (!hasBrowser)
    console.warn(
      `SKIPPED: ${what}. There is no browser at ${program}: install Debian's chromium, or name one in CHROMIUM.`,
    );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Pages over a hub of its own, as a person's browser has them. */
export interface Pages {
  readonly hub: TestHub;
  readonly url: string;
  /** Somebody who has signed in, by the persona's title; at another school than the persona's own where one is named. */
  as(title: string, school?: string, watch?: (page: Page) => void): Promise<Page>;
  close(): Promise<void>;
}

/** A slow machine takes as long as it takes; jest ends what never ends. */
const patientMs = 240_000;

export async function pages(): Promise<Pages> {
  const hub = await testHub({ area: true });
  const { dataDir, host, today = '' } = hub.environment;
  const dashboard: Dashboard = await startDashboard({
    ...{ host, port: 0, log: createLog('silent'), today: () => today },
    ...{ gatewayUrl: (await hub.gateway()).url, signIn: { developmentDataDir: dataDir } },
  });
  const browser: Browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  const contexts: BrowserContext[] = [];
  const as: Pages['as'] = async (title, school, watch) => {
    const context = await browser.newContext();
    context.setDefaultTimeout(patientMs);
    contexts.push(context);
    const page = await context.newPage();
    watch?.(page);
    await page.goto(dashboard.url);
    if (school !== undefined) await page.fill('#school', school);
    await page.getByRole('button', { name: title, exact: true }).click();
    await page.waitForURL(`${dashboard.url}/**`);
    return page;
  };
  const close = async (): Promise<void> => {
    for (const context of contexts) await context.close();
    await browser.close();
    await dashboard.stop();
    await hub.close();
  };
  return { hub, url: dashboard.url, as, close };
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
