import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { looked, type Place, placeOf, signedIn, timeless } from './looked.js';

sayWithout('the pages in forced colours, and printed');
const inBrowser = hasBrowser ? describe : describe.skip;

/** Of everything that says something by its colour alone where colours are not the page's: what has no second sign. */
const withoutSign = `[...document.querySelectorAll('.govuk-tag, .govuk-button, .app-menu__list [aria-current], .app-card, .govuk-error-summary')]
  .filter((each) => each.checkVisibility())
  .filter((each) => {
    const { borderTopWidth, borderBottomWidth, outlineStyle } = getComputedStyle(each);
    return borderTopWidth === '0px' && borderBottomWidth === '0px' && outlineStyle === 'none';
  })
  .map((each) => each.className + ': ' + each.textContent.trim())`;

inBrowser('a page', () => {
  let site: Pages;
  let place: Place;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
  });
  afterAll(() => site.close());

  it('in forced colours says what it says otherwise, keeps the colours of its pictures, and marks nothing by colour alone', async () => {
    const [forced, usual] = [signedIn(site, place, { forcedColors: 'active' }), signedIn(site, place)];
    let pictures = 0;
    for (const [persona, addressOf] of looked) {
      const address = addressOf(place);
      const [page, other] = [await forced(persona), await usual(persona)];
      await Promise.all([page, other].map((each) => each.goto(`${site.url}${address}`)));
      expect(await page.evaluate('matchMedia("(forced-colors: active)").matches')).toBe(true);
      const [text, usually] = [page, other].map(async (each) => timeless(await each.locator('body').innerText()));
      expect({ address, text: await text }).toEqual({ address, text: await usually });
      const adjusted = await page.evaluate<string[]>(
        `[...document.querySelectorAll('main .app-picture')].map((each) => getComputedStyle(each).forcedColorAdjust)`,
      );
      pictures += adjusted.length;
      expect({ address, adjusted }).toEqual({ address, adjusted: adjusted.map(() => 'none') });
      expect({ address, found: await page.evaluate(withoutSign) }).toEqual({ address, found: [] });
      await expectNoSidewaysScroll(page);
    }
    expect(pictures).toBeGreaterThan(0);
  });

  it('is printed whole and by itself: no menu, no button, every fact, the wide picture', async () => {
    const page = await site.as('SENCO', place.school);
    for (const address of [`/children/${place.child}`, `/schools/${place.school}`]) {
      await page.emulateMedia({ media: 'screen' });
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(`${site.url}${address}`);
      const headings = await page.locator('main h1, main h2').allInnerTexts();
      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['.app-who', '.app-menu', '.govuk-skip-link', '.govuk-button'])
        for (const each of await page.locator(hidden).all()) expect(await each.isVisible()).toBe(false);
      expect(await page.locator('main h1, main h2').allInnerTexts()).toEqual(headings);
      for (const picture of await page.locator('.app-picture--wide').all())
        expect(await picture.isVisible()).toBe(true);
      for (const picture of await page.locator('.app-picture--narrow').all())
        expect(await picture.isVisible()).toBe(false);
      // A4 within margins: nothing is cut off at the side.
      await page.setViewportSize({ width: 690, height: 1000 });
      await expectNoSidewaysScroll(page);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});
