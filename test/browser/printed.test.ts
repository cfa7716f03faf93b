import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { type Place, placeOf } from './looked.js';

sayWithout('the pages on paper');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('a page', () => {
  let site: Pages;
  let place: Place;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
  });
  afterAll(() => site.close());

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
