import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Pages } from '../support/browser.js';

/** What somebody reads of a page: without the header, the menu and the foot. */
export const read = (page: Page): Promise<string> => page.locator('main').innerText();

/** What a page says at its top of what was sent: that it was done, or what is missing. */
export const said = (page: Page): Promise<string> => page.getByRole('alert').innerText();

/** The entries of the menu, in their order. */
const menu = (page: Page): Promise<string[]> =>
  page.getByRole('navigation', { name: 'Menu' }).getByRole('link').allInnerTexts();

/** To the end of the page it leads to: a page may begin before all of it is answered. */
async function click(target: Locator): Promise<void> {
  await target.click();
  await target.page().waitForLoadState();
}

export const open = (page: Page, entry: string): Promise<void> =>
  click(page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: entry, exact: true }));

export const press = (page: Page | Locator, button: RegExp | string): Promise<void> =>
  click(
    page.getByRole('button', typeof button === 'string' ? { name: button, exact: true } : { name: button }).first(),
  );

export const follow = (page: Page | Locator, link: RegExp | string): Promise<void> =>
  click(page.getByRole('link', typeof link === 'string' ? { name: link, exact: true } : { name: link }).first());

export const table = (page: Page, name: RegExp | string): Locator => page.getByRole('table', { name });

export const row = (page: Page, of: string, words: string): Locator =>
  table(page, of).getByRole('row').filter({ hasText: words }).first();

/** Looks a child up by name, from wherever somebody is. */
export async function search(page: Page, family: string): Promise<void> {
  await open(page, 'Search');
  await page.getByLabel('Family name').fill(family);
  await press(page, 'Search');
}

/** Looks another purpose up in the header. */
export async function lookFor(page: Page, purpose: string): Promise<void> {
  await page.getByLabel('You look for').selectOption({ label: purpose });
  await press(page, 'Change');
}

/** The lines of a file that a link leads to, as a browser keeps it. */
export async function download(page: Page, link: RegExp): Promise<string[]> {
  const [kept] = await Promise.all([page.waitForEvent('download'), follow(page, link)]);
  return readFileSync(await kept.path(), 'utf8').split('\r\n');
}

/**
 * The menu of whoever has just signed in: it begins with the page they are on, and no entry of it leads to a page that is
 * refused to them, or of which nothing is left but that it is.
 */
export async function expectMenu(site: Pages, page: Page, entries: readonly string[]): Promise<void> {
  expect(await menu(page)).toEqual(entries);
  const links = page.getByRole('navigation', { name: 'Menu' }).getByRole('link');
  for (const [at, entry] of entries.entries()) {
    const address = (await links.nth(at).getAttribute('href')) ?? '';
    if (at === 0) expect(page.url()).toBe(site.url + address);
    const answer = await page.request.get(site.url + address);
    const text = await answer.text();
    const nothingElse = text.includes('data-answer="refused"') && !text.includes('<table');
    expect({ entry, status: answer.status(), nothingElse }).toEqual({ entry, status: 200, nothingElse: false });
  }
}
