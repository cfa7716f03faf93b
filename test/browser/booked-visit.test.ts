import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';
import { press, read, said, table } from './journey.js';
import { placeOf } from './looked.js';

sayWithout('a booked visit is moved, put right and cancelled');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('a booked visit', () => {
  let site: Pages;
  let address: string;
  let day: (days: number) => string;
  beforeAll(async () => {
    site = await pages();
    const { child, wait } = await placeOf(site);
    address = `${site.url}/waiting-lists/${child}/${wait}/update`;
    const today = Date.parse(site.hub.environment.today ?? '');
    day = (days) => new Date(today + days * 86_400_000).toISOString().slice(0, 10);
  });
  afterAll(() => site.close());

  const choose = (page: Page, step: RegExp): Promise<void> => page.getByRole('radio', { name: step }).check();
  const on = (page: Page, days: number): Promise<void> => page.getByLabel('The next appointment').fill(day(days));
  const cancelled = async (page: Page, by: string): Promise<void> => {
    await page.getByLabel('If a visit was cancelled: by whom').selectOption({ label: by });
  };
  const life = async (page: Page): Promise<string[]> =>
    (await table(page, 'What happened').locator('tbody tr').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' '));

  it('is moved: the day that was agreed is told as cancelled, and the other as booked, once however often it is sent', async () => {
    const page = await site.as('CAMHS clinician');
    await page.goto(address);
    await choose(page, /^Booked$/);
    await on(page, 10);
    await press(page, 'Save');
    expect(await said(page)).toContain('The entry is updated.');
    await page.goto(address);
    const before = (await life(page)).length;
    await choose(page, /^Booked for another day/);
    await page.getByRole('textbox', { name: 'Reason' }).fill('The family is away.');
    await press(page, 'Save');
    expect(await said(page)).toContain('Enter the day it is booked for.');
    expect(await said(page)).toContain('Choose who cancelled the visit.');
    expect(await page.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe('The family is away.');
    expect(await violations(page)).toEqual([]);
    await on(page, 17);
    await cancelled(page, 'The family, or the young person');
    // Two presses are one effect: what is sent the second time is answered as the first was.
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await press(page, 'Save');
    const [data, headers] = [(await sent).postData() ?? '', { 'content-type': 'application/x-www-form-urlencoded' }];
    expect(await said(page)).toContain('The entry is updated.');
    const again = await page.request.post(address, {
      data,
      headers: { ...headers, origin: site.url },
      maxRedirects: 0,
    });
    expect(again.status()).toBe(303);
    await page.goto(address);
    expect((await life(page)).slice(before)).toEqual([
      expect.stringMatching(/Accepted and waiting, the visit of .* cancelled by the family .*The family is away\./),
      expect.stringContaining('Booked for'),
    ]);
    expect(await page.getByRole('radio', { name: /^As before: booked for/ }).count()).toBe(1);
  });

  it('is not moved over what somebody did meanwhile, and nothing that was written is lost', async () => {
    const [page, quicker] = [await site.as('CAMHS clinician'), await site.as('Health admin')];
    for (const each of [page, quicker]) await each.goto(address);
    await choose(quicker, /^Accepted and waiting/);
    await cancelled(quicker, 'The service');
    await press(quicker, 'Save');
    expect(await said(quicker)).toContain('The entry is updated.');
    await choose(page, /^Booked for another day/);
    await on(page, 24);
    await cancelled(page, 'The family, or the young person');
    await press(page, 'Save');
    expect(await said(page)).toContain('Nothing of yours was saved.');
    expect(await page.getByLabel('The next appointment').inputValue()).toBe(day(24));
    await page.goto(address);
    expect(await page.getByRole('radio', { name: /^As before/ }).count()).toBe(1);
    expect(await read(page)).toContain('As before: accepted and waiting');
  });

  it('is put right where its day was written down wrongly: that booking counts for nothing, and no visit was cancelled', async () => {
    const page = await site.as('CAMHS clinician');
    await page.goto(address);
    await choose(page, /^Booked$/);
    await on(page, 12);
    await press(page, 'Save');
    await page.goto(address);
    await on(page, 13);
    await press(page, 'Save');
    expect(await said(page)).toContain('Choose whether it is booked for another day');
    await choose(page, /^Booked, but the day was written down wrongly/);
    await press(page, 'Save');
    expect(await said(page)).toContain('The entry is updated.');
    await page.goto(address);
    const last = (await life(page)).slice(-2);
    expect(last).toEqual([
      expect.stringMatching(/Booked for .* \(put right later\)/),
      expect.stringMatching(/Booked for /),
    ]);
    expect(last[1]).not.toContain('put right');
  });

  it('has ended with the first visit, and an appointment after it can be moved and taken away', async () => {
    const page = await site.as('CAMHS clinician');
    const next = async (): Promise<string> => {
      await page.goto(address);
      return (await page.locator('#nextAppointmentOn-hint').innerText()).trim();
    };
    await page.goto(address);
    await choose(page, /^Seen/);
    await on(page, 30);
    await press(page, 'Save');
    expect(await next()).toMatch(/^It is on /);
    const first = await next();
    await on(page, 31);
    await press(page, 'Save');
    expect(await next()).not.toBe(first);
    await page.getByLabel('There is no appointment any more').check();
    await press(page, 'Save');
    expect(await said(page)).toContain('The entry is updated.');
    expect(await next()).toBe('If there is one');
  });
});
