import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Domain } from '../../platform/vocabulary/domain.js';
import { answerStates } from '../support/answer-states.js';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';
import { looked, type Place, placeOf, signedIn, timeless } from './looked.js';

sayWithout('every page in every state');
const inBrowser = hasBrowser ? describe : describe.skip;

const others = Object.values(Domain).filter((domain) => domain !== Domain.PARTNERSHIP);

/** A state: how the site is brought into it, and what a page says that shows it. */
interface State {
  readonly into: (site: Pages) => void;
  readonly says: RegExp;
  /** What would be untrue in it. */
  readonly never?: RegExp;
}

const changed = (state: keyof typeof answerStates, says: RegExp, never?: RegExp): State => ({
  into: (site) => {
    site.change(answerStates[state]);
  },
  says,
  ...(never ? { never } : {}),
});

const states: Readonly<Record<string, State>> = {
  none: changed(
    'none',
    /\bnone\b|\bno\b|nothing|not (known|told|received)|0 (children|waits)|every post .* is held/i,
    /We could not ask|Could not be asked just now/,
  ),
  'nothing held': changed(
    'nothing held',
    /None (recorded|that you may see)|You do not see this|Page not found/,
    /We could not ask|Could not be asked just now/,
  ),
  unnamed: changed('unnamed', /A child whom you do not see/),
  refused: changed('refused', /You do not see this as|You cannot see this page/, /None recorded|could not ask/),
  suppressed: changed('suppressed', /Fewer than 8: not shown/),
  late: changed('late', /Late/),
  'without all but the partnership': {
    into: (site) => {
      site.reach(...others);
    },
    says: /could not (ask|be asked)|does not answer/i,
  },
  'without the partnership': {
    into: (site) => {
      site.reach(Domain.PARTNERSHIP);
    },
    says: /could not (ask|be asked)|does not answer/i,
  },
};

inBrowser('every page', () => {
  let site: Pages;
  let place: Place;
  let as: (persona: string) => Promise<Page>;
  const usual = new Map<string, string>();

  const textAt = async (page: Page, address: string): Promise<string> => {
    await page.goto(`${site.url}${address}`);
    return timeless(await page.locator('main').innerText());
  };

  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
    as = signedIn(site, place);
    for (const [persona, addressOf] of looked)
      usual.set(persona + addressOf(place), await textAt(await as(persona), addressOf(place)));
  });
  afterAll(() => site.close());

  it.each(Object.entries(states))(
    'in the state %s says so in words, keeps to WCAG 2.2 AA, and scrolls nowhere sideways',
    async (_name, { into, says, never }) => {
      into(site);
      let seen = 0;
      for (const [persona, addressOf] of looked) {
        const [page, address] = [await as(persona), addressOf(place)];
        await page.setViewportSize({ width: 1280, height: 800 });
        const text = await textAt(page, address);
        if (text === usual.get(persona + address)) continue;
        seen += 1;
        const where = { persona, address };
        expect({ ...where, text }).toEqual({ ...where, text: expect.stringMatching(says) as unknown });
        if (never) expect({ ...where, text }).toEqual({ ...where, text: expect.not.stringMatching(never) as unknown });
        expect({ ...where, found: await violations(page) }).toEqual({ ...where, found: [] });
        await page.setViewportSize({ width: 320, height: 800 });
        await expectNoSidewaysScroll(page);
      }
      site.change(null);
      site.reach();
      // A state in which no page looks different is none that was tried.
      expect(seen).toBeGreaterThan(0);
    },
  );
});
