import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';
import { type Place, placeOf } from './looked.js';

sayWithout('a child’s page while a domain is slow');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('a child’s page of which health is slow', () => {
  let site: Pages;
  let place: Place;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
  });
  afterAll(() => site.close());
  afterEach(() => {
    site.hurry(false);
    site.change(null);
  });

  /** Holds back what health and social care answer, until it is let go. */
  function holdCare(): () => void {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    site.hurry(true);
    site.change(async (body) => {
      const child = (body.data as { readonly child?: object | null } | null | undefined)?.child;
      if (child && 'socialCare' in child) await held;
      return body;
    });
    return letGo;
  }
  const begin = (page: Page) => page.goto(`${site.url}/children/${place.child}`, { waitUntil: 'commit' });
  const topOf = async (part: Locator): Promise<number> => (await part.boundingBox())?.y ?? NaN;
  const told = ['#education', '#health', '#social-care', '#virtual-school', '#access'];

  it('can be read without JavaScript before health has answered, and then has it in its place', async () => {
    const page = await site.as('Social worker', undefined, { javaScriptEnabled: false });
    const whole = await page.goto(`${site.url}/children/${place.child}`);
    const before = await page.locator('#health').innerText();
    expect(whole?.status()).toBe(200);
    const letGo = holdCare();
    await begin(page);
    await page.getByText('Asking health…', { exact: true }).waitFor();
    await page.locator('#education dl').waitFor();
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect(await page.getByText('Asking social care…').isVisible()).toBe(true);
    expect(await page.getByText('Asking education…').isVisible()).toBe(false);
    expect(await page.locator('#health').count()).toBe(0);
    letGo();
    await page.locator('#health').waitFor();
    await page.waitForLoadState();
    expect(await page.locator('#health').innerText()).toBe(before);
    expect(await page.getByText('Asking health…').isVisible()).toBe(false);
    // It came last, and is seen where it belongs.
    const tops = await Promise.all(told.map((part) => topOf(page.locator(part))));
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(await topOf(page.locator('#months'))).toBeLessThan(await topOf(page.locator('#actions')));
  });

  it('has its headings once and in their order, for who hears it too, and nothing that axe finds', async () => {
    const page = await site.as('Social worker');
    await page.goto(`${site.url}/children/${place.child}`);
    const headings = async (): Promise<string[]> =>
      [...(await page.locator('main').ariaSnapshot()).matchAll(/- heading "([^"]+)" \[level=[12]\]/g)].map(
        ([, words = '']) => words,
      );
    const order = await headings();
    expect(order.length).toBeGreaterThan(9);
    const letGo = holdCare();
    await begin(page);
    await page.getByText('Asking health…', { exact: true }).waitFor();
    await page.locator('#education dl').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
    letGo();
    await page.waitForLoadState();
    expect(await violations(page)).toEqual([]);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await headings()).toEqual(order);
    await page.emulateMedia({ media: 'print' });
    for (const part of told) expect(await page.locator(part).isVisible()).toBe(true);
  });
});
