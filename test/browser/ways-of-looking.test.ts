import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { looked, type Place, placeOf, signedIn, timeless } from './looked.js';

sayWithout('the pages in forced colours');
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
});
