import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';
import { arrive, queue, roll, waits } from '../support/review.js';

sayWithout('the match reviewer’s journey through the pages');
const inBrowser = hasBrowser ? describe : describe.skip;

const reason = 'The school and the clinic both say so.';

inBrowser('a match reviewer, through the pages alone', () => {
  let site: Pages;
  let jordan = '';
  let robin = '';
  beforeAll(async () => {
    site = await pages();
    await arrive(site.hub, 'school-census', roll);
    await arrive(site.hub, 'waiting-list', waits);
    const review = (await queue(site.hub)).find(({ record }) => record.name.given === 'Jordan');
    jordan = review?.id ?? '';
    robin = review?.candidates[0]?.child?.id ?? '';
  });
  afterAll(() => site.close());

  /** The page as it stands: nothing against WCAG 2.2 AA, wide and narrow. */
  async function expectWellMade(page: Page): Promise<void> {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect({ address: page.url(), width, found: await violations(page) }).toEqual({
        ...{ address: page.url(), width, found: [] },
      });
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }

  /** What forms of this session carry. */
  const tokenOf = async (page: Page): Promise<string> =>
    (await page.locator('form[action="/sign-out"] input[name="token"]').getAttribute('value')) ?? '';

  /** Proves anew who it is, and comes back to the form. */
  async function prove(page: Page): Promise<void> {
    const address = page.url();
    await page.getByRole('link', { name: /^Confirm that it is you/ }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Confirm that it is you');
    // It looks as the page before it does, and as the one where a persona is picked.
    expect(await page.evaluate('[...document.styleSheets].filter((sheet) => sheet.cssRules.length > 0).length')).toBe(
      2,
    );
    expect(await page.getByRole('button').count()).toBe(1);
    await page.getByRole('button').click();
    await page.waitForURL(address);
  }

  it('joins two records that are not one child’s, is told when somebody else was first, and undoes it', async () => {
    const page = await site.as('Match reviewer');
    expect(page.url()).toBe(`${site.url}/matches`);
    await expectWellMade(page);
    await page.goto(`${site.url}/matches/${jordan}`);
    expect(await page.locator('main').innerText()).toContain('They may be twins');
    const sides = page.getByRole('table', { name: 'Side by side' });
    expect(await sides.getByRole('row', { name: /First name/ }).innerText()).toMatch(/Jordan\s+Robin\s+Differs/);
    // Nobody decides who has not just proved who they are.
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    const sent = await page.request.post(`${site.url}/matches/${jordan}`, {
      form: { token: await tokenOf(page), whose: 'none', reason, expectedVersion: '1', idempotencyKey: 'not-proven' },
      headers: { origin: site.url, 'sec-fetch-site': 'same-origin' },
    });
    expect(sent.status()).toBe(403);
    expect(await sent.text()).toContain('Nothing was saved');
    await expectWellMade(page);
    await prove(page);
    const other = await site.as('Match reviewer');
    await other.goto(`${site.url}/matches/${jordan}`);
    await prove(other);
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.title()).toContain('Error');
    expect(await page.getByRole('alert').innerText()).toContain('Choose whose record this is.');
    await expectWellMade(page);
    await page.getByLabel(/^The same as child A/).check();
    await page.getByLabel('Why?').fill(reason);
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('The record is joined.');

    await other.getByLabel(/^Another child/).check();
    await other.getByLabel('Why?').fill(reason);
    await other.getByRole('button', { name: 'Save' }).click();
    expect(await other.locator('main').innerText()).toContain('Someone else decided it while you looked');

    // A SENCO sees both as one meanwhile: that is what the separation lists.
    const school = await site.as('SENCO', '900001');
    expect((await school.goto(`${site.url}/children/${robin}`))?.status()).toBe(200);

    await page.goto(`${site.url}/separations`);
    await expectWellMade(page);
    await page.locator('main ul a').first().click();
    await page.getByRole('link', { name: /^Undo it/ }).click();
    await page.getByRole('button', { name: 'Part the ticked records' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Tick each record that is another child’s.');
    await expectWellMade(page);
    await page.getByLabel(/Another child’s: Waiting list of XAC01/).check();
    await page.getByLabel(/^Why are they another/).fill('They are twins: both families say so.');
    await page.getByRole('button', { name: 'Part the ticked records' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('The records are parted');
    const text = await page.locator('main').innerText();
    expect(text).toContain('There is no second record to part from it.');
    expect(text).toContain('They are twins: both families say so.');
    const told = page.getByRole('table', { name: /Who was shown records of both/ });
    expect(await told.innerText()).toContain('SENCO');
    await expectWellMade(page);
  });

  it('takes a child up by number, and is told nothing of why nobody is found', async () => {
    const page = await site.as('Match reviewer');
    await page.goto(`${site.url}/new-case`);
    await page.getByRole('button', { name: 'Take a child up' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Enter the child’s number.');
    await expectWellMade(page);
    await page.getByLabel('Which number is it?').selectOption('NHS_NUMBER');
    await page.getByLabel('The number').fill('9990000018');
    await page.getByLabel('Date of birth').fill('2015-05-02');
    await page.getByLabel('Why?').fill('The clinic asks whether they are two.');
    await page.getByRole('button', { name: 'Take a child up' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('No one child whom you can take on');
    await page.getByLabel('Date of birth').fill('2015-05-01');
    await page.getByRole('button', { name: 'Take a child up' }).click();
    expect(page.url()).toContain('/separations/');
    expect(await page.getByRole('alert').innerText()).toContain('You see this child for eight hours.');
  });

  it('sees what came of files, and whoever brings them sees the lines', async () => {
    const page = await site.as('Match reviewer');
    await page.goto(`${site.url}/data-quality`);
    expect(await page.getByRole('table').first().innerText()).toContain('School census');
    expect(await page.getByRole('link', { name: /^Lines of/ }).count()).toBe(0);
    expect((await page.goto(`${site.url}/data-quality/school-census`))?.status()).toBe(403);
    const brings = await site.as('Integrator');
    expect(brings.url()).toBe(`${site.url}/data-quality`);
    await expectWellMade(brings);
    const rules = await brings.request.get(`${site.url}/data-quality.csv`);
    expect(await rules.text()).toMatch(/^\ufeffData quality by source/);
    expect(await (await brings.request.get(`${site.url}/data-quality/rules.csv`)).text()).toContain(
      'Data quality by rule',
    );
    const lines = await brings.request.get(`${site.url}/data-quality/school-census/lines.csv`);
    expect(await lines.text()).toContain('Lines of School census');
    expect((await page.request.get(`${site.url}/data-quality/school-census/lines.csv`)).status()).toBe(403);
    expect((await brings.goto(`${site.url}/data-quality/school-census`))?.status()).toBe(200);
    await expectWellMade(brings);
  });

  it('is the only one who may: others are refused the pages', async () => {
    const page = await site.as('SENCO', '900001');
    for (const path of [
      '/matches',
      `/matches/${jordan}`,
      '/separations',
      `/separations/${robin}`,
      '/new-case',
      '/data-quality',
    ])
      expect({ path, status: (await page.goto(`${site.url}${path}`))?.status() }).toEqual({ path, status: 403 });
  });
});
