import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';

sayWithout('a child’s page, on screens and on paper');
const inBrowser = hasBrowser ? describe : describe.skip;

/** What a page may weigh, compressed and not. */
const [compressedBytes, pageBytes] = [15_000, 80_000];

inBrowser('a child’s page', () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site.close());

  const open = async (persona: string, school?: string): Promise<Page> => {
    const page = await site.as(persona, school);
    await page.goto(`${site.url}/children/${site.hub.story('all-five').id}`);
    return page;
  };
  const drawn = (page: Page): Promise<string[]> =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('svg[role=img]')].filter((one) => one.checkVisibility()).map((one) => one.getAttribute('aria-labelledby'))`,
    );

  it('shows one drawing of twelve months for each width, which says what it shows, and the wide one on paper', async () => {
    const page = await open('Social worker');
    for (const [width, kind] of [
      [1280, 'wide'],
      [768, 'narrow'],
      [320, 'narrow'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      expect({ width, drawn: await drawn(page) }).toEqual({ width, drawn: [`timeline-${kind}`] });
      await expectNoSidewaysScroll(page);
      expect({ width, found: await violations(page) }).toEqual({ width, found: [] });
    }
    await page.emulateMedia({ media: 'print' });
    expect(await drawn(page)).toEqual(['timeline-wide']);
    expect(await page.locator('#timeline-wide').textContent()).toMatch(
      /^Attended \d+ of \d+ sessions in \d+ weeks\..* Looked after since .* Waiting for 2 services\.$/,
    );
  });

  it('is printed whole: what is closed on a screen is open on paper', async () => {
    const page = await open('Social worker');
    const week = page.locator('.app-weeks__list li').first();
    expect(await week.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await week.isVisible()).toBe(true);
    expect(await page.getByRole('navigation').count()).toBe(0);
  });

  it('says to whoever sees today’s status alone that the past is not shown, and shows it to the social worker', async () => {
    const hidden = 'Social care: its past is not shown to you.';
    const worker = await (await open('Social worker')).locator('#months').innerText();
    expect(worker).toContain('Child protection plan ended');
    expect(worker).not.toContain(hidden);
    const school = site.hub.story('all-five').schoolUrn ?? '';
    const senco = await (await open('SENCO', school)).locator('#months').innerText();
    expect(senco).toContain(hidden);
    expect(senco).not.toContain('Child protection plan ended');
  });

  it('is light', async () => {
    const page = await open('Virtual school head');
    const html = await (await page.request.get(page.url())).text();
    expect(html).toContain('timeline-wide');
    expect(gzipSync(html).length).toBeLessThan(compressedBytes);
    expect(Buffer.byteLength(html)).toBeLessThan(pageBytes);
  });
});
