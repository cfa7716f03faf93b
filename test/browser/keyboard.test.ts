import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { looked, type Place, placeOf, signedIn } from './looked.js';

sayWithout('the pages by the keyboard alone');
const inBrowser = hasBrowser ? describe : describe.skip;

/** What has the focus: which of the page's own, what it is called, and whether that can be seen. */
const focused = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const label = at.labels && at.labels[0] ? at.labels[0].textContent : at.textContent;
  const { outlineStyle, outlineColor, boxShadow, backgroundColor } = getComputedStyle(at);
  const outlined = outlineStyle !== 'none' && !/^rgba\\(.*, 0\\)$/.test(outlineColor);
  return {
    place: Number(at.dataset.place), words: label.trim().replace(/\\s+/g, ' '),
    seen: outlined || boxShadow !== 'none' || backgroundColor === 'rgb(255, 221, 0)',
  };
})()`;

/** Numbers what can have the focus, in the order in which it stands on the page; radios of one name are one stop. */
const number = `(() => {
  const names = new Set();
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter((each) => each.checkVisibility() || each.classList.contains('govuk-skip-link'))
    .filter((each) => {
      if (each.type !== 'radio') return true;
      const first = each.form.querySelector('input[type=radio][name="' + each.name + '"]:checked') || each;
      if (names.has(each.name) || first !== each) return false;
      names.add(each.name);
      return true;
    });
  all.forEach((each, at) => { each.dataset.place = at; });
  return all.length;
})()`;

interface Focused {
  readonly place: number;
  readonly words: string;
  readonly seen: boolean;
}

const most = 200;

/** Presses the tab key until something of that name has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<Focused | null>(focused);
    if (at?.words.startsWith(words)) return;
  }
  throw new Error(`The tab key comes to nothing that is called “${words}”.`);
}

inBrowser('by the keyboard alone', () => {
  let site: Pages;
  let place: Place;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
  });
  afterAll(() => site.close());

  it('every page is gone through in the order it is read, each stop can be seen, and the way leads out again', async () => {
    const as = signedIn(site, place);
    for (const [persona, addressOf] of looked) {
      const [page, address] = [await as(persona), addressOf(place)];
      await page.goto(`${site.url}${address}`);
      const stops = await page.evaluate<number>(number);
      const places: number[] = [];
      for (let press = 0; press < 6 * (stops + 1); press++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate<Focused | null>(focused);
        // After the last stop comes the browser's own, or the first again.
        if (at === null || (at.place === 0 && places.length > 0)) break;
        if (places.length === 0) expect(at.words).toBe('Skip to main content');
        // A date has parts, each a stop of its own that the browser marks.
        if (places.at(-1) === at.place) continue;
        expect({ address, stop: at.words, seen: at.seen }).toEqual({ address, stop: at.words, seen: true });
        places.push(at.place);
      }
      expect({ address, places }).toEqual({ address, places: Array.from({ length: stops }, (_, at) => at) });
    }
  });

  it('the first stop leads past the menu, into what the page is about', async () => {
    const page = await site.as('SENCO', place.school);
    await page.goto(`${site.url}/children/${place.child}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(page.url()).toMatch(/#main$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.querySelector("main").contains(document.activeElement)')).toBe(true);
  });

  it('a SENCO signs in, puts a child on the agenda, mends what was missing, and signs out', async () => {
    const page = await site.as('SENCO', place.school);
    await page.goto(`${site.url}/schools/${place.school}/agenda/new?child=${place.child}`);
    await tabTo(page, 'Add to the agenda');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await tabTo(page, 'Enter why the child should be talked about.');
    await page.keyboard.press('Enter');
    // The fault leads to its field.
    expect((await page.evaluate<Focused>(focused)).words).toContain('Why should the team');
    await page.keyboard.type('By the keyboard alone.');
    await tabTo(page, 'Add to the agenda');
    await page.keyboard.press('Space');
    await page.waitForURL(`${site.url}/schools/${place.school}`);
    expect(await page.getByRole('table', { name: 'The agenda' }).innerText()).toContain('By the keyboard alone.');
    await tabTo(page, 'Sign out');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await tabTo(page, 'Sign out');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}/signed-out`);
  });
});
