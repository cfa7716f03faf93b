import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';

sayWithout('help before an exclusion');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('what was tried with a child before an exclusion, on the child’s page', () => {
  let site: Pages;
  let page: Page;
  let child = '';
  beforeAll(async () => {
    site = await pages();
    const { id, schoolUrn } = site.hub.story('all-five');
    child = id;
    page = await site.as('SENCO', schoolUrn ?? '');
  });
  afterAll(() => site.close());

  const said = (): Promise<string> => page.getByRole('alert').innerText();
  const part = (of: Page) => of.locator('#before-exclusion');

  it('is said to be none while nothing flags a risk', async () => {
    await page.goto(`${site.url}/children/${child}`);
    expect(await part(page).innerText()).toMatch(/Help before an exclusion\s+None that you may see/);
  });

  it('is recorded by the school, with the child’s own words', async () => {
    await part(page).getByRole('link', { name: 'Record what was tried' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await said()).toContain('Enter what was tried.');
    await page.getByLabel('What was tried?').fill('A mentor\nA quiet room');
    await page.getByLabel('The child’s own words').fill('Mornings are loud.');
    await page.getByLabel('When was it talked about?').fill('2026-11-21');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await said()).toContain('Enter a day of this school year, today at the latest.');
    await page.getByLabel('When was it talked about?').fill('2026-11-18');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await said()).toContain('What was tried is recorded.');
    expect(page.url()).toBe(`${site.url}/children/${child}#before-exclusion`);
    const told = await part(page).innerText();
    expect(told).toMatch(/Since 18 Nov 2026\.[^]*Last reviewed on 18 Nov 2026\./);
    expect(told).toMatch(/18 Nov 2026, SENCO\. Tried: A mentor; A quiet room\s+“Mornings are loud\.”/);
    expect(told).not.toContain('.md');
  });

  it('is not written over by somebody who has not seen what another recorded', async () => {
    const other = await page.context().newPage();
    const open = (of: Page) => of.goto(`${site.url}/children/${child}/reviews/new`);
    await open(page);
    await open(other);
    for (const form of [other, page]) {
      await form.getByLabel('What was tried?').fill('Part days');
      await form.getByRole('button', { name: 'Save' }).click();
    }
    expect(await said()).toContain('Somebody changed it first.');
    expect(await page.getByLabel('What was tried?').inputValue()).toBe('Part days');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await said()).toContain('What was tried is recorded.');
    expect((await part(page).innerText()).match(/Part days/g)).toHaveLength(2);
    await other.close();
  });

  it('is shown to the child’s social worker, who records none, and not to a clinician, who sees the rest of the record', async () => {
    const worker = await site.as('Social worker');
    await worker.goto(`${site.url}/children/${child}`);
    expect(await part(worker).innerText()).toContain('Mornings are loud.');
    expect(await part(worker).getByRole('link', { name: 'Record what was tried' }).count()).toBe(0);
    const clinician = await site.as('CAMHS clinician');
    await clinician.goto(`${site.url}/children/${child}`);
    expect(await clinician.locator('#education').innerText()).toContain('Attendance');
    expect(await part(clinician).count()).toBe(0);
    expect(await clinician.locator('main').innerText()).not.toContain('Mornings are loud.');
    const answer = await clinician.goto(`${site.url}/children/${child}/reviews/new`);
    expect(answer?.status()).toBe(403);
  });
});
