import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';

sayWithout('recording the same of several waits');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('whoever keeps a list', () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site.close());

  /** Ticks the first two, and says that they are on hold. */
  async function hold(page: Page): Promise<void> {
    for (const at of [0, 1]) await page.locator('input[name^="entry-"]').nth(at).check();
    await page.getByLabel('Where do they stand now?').selectOption({ label: 'On hold (with a reason)' });
    await page.getByLabel('Reason').fill('The clinic is closed for a week.');
  }
  const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click();
  const said = (page: Page): Promise<string> => page.locator('main').innerText();

  it('sees how long children wait, by service and by band', async () => {
    const text = await said(await site.as('CAMHS clinician'));
    expect(text).toContain('How long children wait');
    expect(text).toMatch(/Mental health \(CAMHS\)\s+\d+\s+\d+ referrals?\s+\d+\.\d weeks\s+\d+\.\d weeks/);
    expect(text).toContain('52+ weeks');
  });

  it('records the same of two waits at once, and hears of each; who was second is told who was first', async () => {
    const page = await site.as('CAMHS clinician');
    const late = await site.as('CAMHS clinician');
    await hold(late);
    await hold(page);
    await save(page);
    const first = await said(page);
    expect(first).toContain('2 waits of 2 updated');
    expect(first.match(/Now: on hold/g)).toHaveLength(2);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);

    await save(late);
    const second = await said(late);
    expect(second).toContain('0 waits of 2 updated');
    expect(second.match(/Not saved\. .* changed it/g)).toHaveLength(2);
  });

  it('is asked for what is missing, and loses nothing that was ticked', async () => {
    const page = await site.as('CAMHS clinician');
    await page.locator('input[name^="entry-"]').first().check();
    await save(page);
    expect(await page.getByRole('alert').innerText()).toContain('Choose where they stand now.');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Where do they stand now?').selectOption({ label: 'On hold (with a reason)' });
    await save(page);
    expect(await page.getByRole('alert').innerText()).toContain('Enter the reason for: on hold.');
    await page.getByLabel('Reason').fill('The clinic is closed for a week.');
    await save(page);
    expect(await said(page)).toMatch(/1 wait of 1 updated|Not saved\./);
  });

  it('may have ticked nothing, and ticks it below what was written', async () => {
    const page = await site.as('CAMHS clinician');
    await page.goto(`${site.url}/waiting-lists?service=CAMHS&status=ACCEPTED_WAITING`);
    await page.getByLabel('Where do they stand now?').selectOption({ label: 'On hold (with a reason)' });
    await page.getByLabel('Reason').fill('The clinic is closed for a week.');
    const listed = await page.locator('input[name^="entry-"]').count();
    await save(page);
    expect(await page.getByRole('alert').innerText()).toContain('Tick the waits that changed.');
    expect(await page.getByLabel('Reason').inputValue()).toBe('The clinic is closed for a week.');
    expect(await page.locator('input[name^="entry-"]').count()).toBe(listed);
    expect(await violations(page)).toEqual([]);
    await page.locator('input[name^="entry-"]').last().check();
    await save(page);
    expect(await said(page)).toContain('1 wait of 1 updated');
  });
});
