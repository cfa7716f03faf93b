import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoSidewaysScroll, hasBrowser, type Pages, pages, sayWithout, violations } from '../support/browser.js';

sayWithout('somebody with several roles');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('somebody with several roles', () => {
  let site: Pages;
  let school = '';
  beforeAll(async () => {
    site = await pages();
    school = site.hub.story('all-five').schoolUrn ?? '';
  });
  afterAll(() => site.close());

  const sessionOf = async (page: Page): Promise<string> =>
    (await page.context().cookies(site.url)).find(({ name }) => name === '__Host-hub')?.value ?? '';
  const who = (page: Page): Promise<string> => page.locator('.app-who').innerText();

  it('picks one, and is somebody with that role and its purposes alone, in a new session', async () => {
    const page = await site.as('Headteacher', school, { javaScriptEnabled: false });
    expect(await who(page)).toContain('You look as: headteacher, ');
    expect(await who(page)).not.toContain('Safeguarding');
    const before = await sessionOf(page);
    await page.getByRole('link', { name: 'Change role' }).click();
    await page.getByLabel('Designated safeguarding lead').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`${site.url}/schools/${school}`);
    expect(await who(page)).toContain('You look as: designated safeguarding lead, ');
    expect(await who(page)).toContain('Headteacher\n');
    expect(await page.getByLabel('You look for').inputValue()).toBe('SAFEGUARDING');
    expect(await sessionOf(page)).not.toBe(before);
    const old = await page.request.fetch(`${site.url}/children`, {
      headers: { cookie: `__Host-hub=${before}` },
      maxRedirects: 0,
    });
    expect(old.status()).toBe(303);

    await page.goto(`${site.url}/role`);
    await page.getByLabel('Headteacher', { exact: true }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`${site.url}/schools/${school}`);
    expect(await who(page)).toContain('You look as: headteacher, ');
  });

  it('is offered no role that the provider does not give, and is given none by asking for it at the provider', async () => {
    const page = await site.as('Headteacher', school);
    await page.goto(`${site.url}/role`);
    expect(await page.getByRole('radio').count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectNoSidewaysScroll(page);
    // As somebody would who writes the address to the provider themselves.
    const begun = await page.request.get(`${site.url}/sign-in?to=/children`, { maxRedirects: 0 });
    const address = new URL(begun.headers()['location'] ?? '');
    address.searchParams.set('scope', 'openid role:social-worker');
    await page.goto(address.href);
    await page.waitForURL(`${site.url}/children`);
    expect(await who(page)).toContain('You look as: headteacher, ');
  });

  it('who has one role is led to no other', async () => {
    const page = await site.as('SENCO', school);
    expect(await who(page)).not.toContain('Change role');
    const answer = await page.goto(`${site.url}/role`);
    expect(answer?.status()).toBe(404);
  });
});
