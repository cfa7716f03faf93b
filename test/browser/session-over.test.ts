import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { type Place, placeOf } from './looked.js';

sayWithout('the pages after a session is over');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('when a session is over', () => {
  let site: Pages;
  let place: Place;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
  });
  afterAll(() => site.close());

  it('a form that is sent is not saved and says so, and signing in leads back to it', async () => {
    const page = await site.as('SENCO', place.school);
    const form = `${site.url}/schools/${place.school}/agenda/new?child=${place.child}`;
    const reason = 'Written while the session ended.';
    await page.goto(form);
    await page.getByLabel('Why should the team').fill(reason);
    site.pass(21);
    await page.getByRole('button', { name: 'Add to the agenda' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('You were signed out');
    expect(await page.locator('main').innerText()).toContain('Nothing was saved.');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.waitForURL(form);
    expect(await page.getByLabel('Why should the team').inputValue()).toBe('');
    await page.goto(`${site.url}/schools/${place.school}`);
    expect(await page.locator('main').innerText()).not.toContain(reason);

    await page.goto(form);
    await page.getByLabel('Why should the team').fill(reason);
    await page.getByRole('button', { name: 'Add to the agenda' }).click();
    expect(await page.getByRole('table', { name: 'The agenda' }).innerText()).toContain(reason);
  });

  it('a page that is asked for comes after signing in, as it was asked for', async () => {
    const page = await site.as('CAMHS clinician');
    site.pass(21);
    const address = `${site.url}/waiting-lists?service=CAMHS&past=yes`;
    await page.goto(address);
    await page.waitForURL(address);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Waiting lists');
  });

  it('after eight hours of use it is over too', async () => {
    const page = await site.as('SENCO', place.school);
    const inUse = async (): Promise<number> =>
      (await page.request.get(`${site.url}/children`, { maxRedirects: 0 })).status();
    for (let quarter = 1; quarter < 32; quarter++) {
      site.pass(15);
      expect(await inUse()).toBe(200);
    }
    site.pass(15);
    expect(await inUse()).toBe(303);
  });

  it('by signing out, the back button shows nothing of a child', async () => {
    const page = await site.as('SENCO', place.school);
    await page.goto(`${site.url}/children/${place.child}`);
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${site.url}/signed-out`);
    // As far back as there is anything: what stands there now is the choice of whom to sign in as.
    const seen: string[] = [];
    for (let step = 0; step < 3; step++) {
      await page.goBack();
      seen.push(await page.locator('body').innerText());
    }
    expect(seen.join('\n')).toContain('Choose a persona');
    for (const text of seen) expect(text).not.toContain(name);
    await page.goto(`${site.url}/children/${place.child}`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Choose a persona');
  });
});
