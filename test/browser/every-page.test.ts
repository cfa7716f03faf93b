import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';
import { looked, type Place, placeOf, signedIn, timeless } from './looked.js';

sayWithout('every page against WCAG 2.2 AA, narrow, wide and without JavaScript');
const inBrowser = hasBrowser ? describe : describe.skip;

const firstVisitBytes = 100_000;
const pageBytes = 80_000;
const widths = [1280, 320] as const;

inBrowser('every page', () => {
  let site: Pages;
  let place: Place;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
  });
  afterAll(() => site.close());

  it('has no violation of WCAG 2.2 AA, scrolls nowhere sideways, holds no script, and is within its bytes', async () => {
    const as = signedIn(site, place);
    for (const [persona, addressOf] of looked) {
      const page = await as(persona);
      const address = addressOf(place);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${site.url}${address}`);
        const where = { persona, address, width };
        expect({ ...where, found: await violations(page) }).toEqual({ ...where, found: [] });
        await expectNoSidewaysScroll(page);
      }
      // As it was sent: what axe put into the page is not in it.
      const html = await (await page.request.get(`${site.url}${address}`)).text();
      expect(html).not.toMatch(/<script|javascript:| style=| on[a-z]+=/i);
      expect(Buffer.byteLength(html)).toBeLessThan(pageBytes);
    }
  });

  it('is the same without JavaScript, from signing in on', async () => {
    const [plain, scripted] = [signedIn(site, place, { javaScriptEnabled: false }), signedIn(site, place)];
    for (const [persona, addressOf] of looked) {
      const address = addressOf(place);
      const texts: string[] = [];
      for (const page of [await plain(persona), await scripted(persona)]) {
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(`${site.url}${address}`);
        texts.push(timeless(await page.locator('body').innerText()));
        await expectNoSidewaysScroll(page);
      }
      expect({ persona, address, text: texts[0] }).toEqual({ persona, address, text: texts[1] });
    }
  });

  it('brings no more than a hundred kilobytes on a first visit, styles and all', async () => {
    const sizes: Promise<number>[] = [];
    const page = await site.as('SENCO', place.school, {
      watch: (each) => {
        each.on('requestfinished', (request) => {
          if (!request.url().startsWith(`${site.url}/`)) return;
          sizes.push(request.sizes().then((size) => size.responseBodySize + size.responseHeadersSize));
        });
      },
    });
    await page.waitForLoadState('networkidle');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    // More than the styles alone, or the visit was not the first.
    expect(bytes).toBeGreaterThan(17_000);
    expect(bytes).toBeLessThan(firstVisitBytes);
  });
});
