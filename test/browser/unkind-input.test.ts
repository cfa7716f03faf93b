import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { type Place, placeOf } from './looked.js';

sayWithout('what is typed, forged or guessed');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('what is typed, forged or guessed', () => {
  let site: Pages;
  let place: Place;
  let senco: Page;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
    senco = await site.as('SENCO', place.school);
  });
  afterAll(() => site.close());

  const mainOf = async (page: Page, address: string): Promise<string> => {
    await page.goto(`${site.url}${address}`);
    return page.locator('main').innerText();
  };

  it('a child of another school is as absent by each address as one that does not exist, to the byte', async () => {
    const other = await site.as('SENCO', '900005');
    const nobody = '00000000-0000-4000-8000-000000000000';
    const addresses: readonly ((child: string) => string)[] = [
      (child) => `/children/${child}`,
      (child) => `/children/${child}/actions/new`,
      (child) => `/schools/900005/agenda/new?child=${child}`,
      (child) => `/waiting-lists/${child}/${place.wait}/update`,
    ];
    for (const addressOf of addresses) {
      const answers = [];
      for (const child of [place.child, nobody]) {
        const answer = await other.request.get(`${site.url}${addressOf(child)}`);
        // The token of the one form on it, to sign out, is another on every page.
        answers.push([answer.status(), (await answer.text()).replaceAll(/name="token" value="[^"]+"/g, '')]);
      }
      expect(answers[0]?.[0]).toBe(404);
      expect(answers[0]).toEqual(answers[1]);
    }
  });

  it('a name that is markup is shown as the text it is, wherever it stands', async () => {
    const [given, family] = ['<script>window.ran = true</script>', '"><img src=x onerror="window.ran = true">'];
    await site.hub.admin.query('update partnership.child set given = $2, family = $3 where child_id = $1', [
      place.child,
      given,
      family,
    ]);
    const name = `${given} ${family}`;
    const addresses = [
      `/children/${place.child}`,
      `/children/${place.child}/actions/new`,
      `/schools/${place.school}/agenda/new?child=${place.child}`,
    ];
    for (const address of addresses) {
      await senco.goto(`${site.url}${address}`);
      expect(await senco.getByRole('heading', { level: 1 }).innerText()).toContain(name);
      expect(await senco.evaluate('window.ran')).toBeUndefined();
    }
    await senco.getByLabel('Why should the team').fill('<b>Bold</b>');
    await senco.getByRole('button', { name: 'Add to the agenda' }).click();
    expect(await senco.getByRole('alert').innerText()).toContain(`${name} is on the agenda.`);
    const agenda = await senco.getByRole('table', { name: 'The agenda' }).innerText();
    expect(agenda).toContain(name);
    expect(agenda).toContain('<b>Bold</b>');
    expect(await senco.evaluate('window.ran')).toBeUndefined();
  });

  it('a button that is pressed twice has one effect, and so has a form that is sent twice', async () => {
    const school = `${site.url}/schools/${place.school}`;
    await senco.goto(`${school}/agenda/new?child=${place.child}`);
    await senco.getByLabel('Why should the team').fill('Pressed twice.');
    await senco.getByRole('button', { name: 'Add to the agenda' }).dblclick();
    await senco.waitForURL(school);
    await senco.goto(`${school}/agenda/new?child=${place.child}`);
    await senco.getByLabel('Why should the team').fill('Sent twice.');
    const data = await senco
      .locator('form[action$="/agenda/new"]')
      .evaluate((form) => new URLSearchParams(new FormData(form as never) as never).toString());
    const headers = {
      ...{ 'content-type': 'application/x-www-form-urlencoded', origin: site.url },
      'sec-fetch-site': 'same-origin',
    };
    const send = () => senco.request.post(`${school}/agenda/new`, { data, headers, maxRedirects: 0 });
    expect((await Promise.all([send(), send()])).map((answer) => answer.status())).toEqual([303, 303]);
    await senco.goto(school);
    const agenda = await senco.getByRole('table', { name: 'The agenda' }).innerText();
    expect(agenda.split('Pressed twice.')).toHaveLength(2);
    expect(agenda.split('Sent twice.')).toHaveLength(2);
  });

  it('a form on somebody else’s page is not taken, though the browser sends the cookie with it', async () => {
    const asked: string[] = [];
    const evil = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<form method="post" action="${site.url}/children/${place.child}/actions/new">
          <input name="what" value="Forged."><input name="owner" value="SENCO"><input name="token" value="AAAA">
          <button>Win a prize</button></form>`,
      );
    });
    await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve));
    try {
      const page = await senco.context().newPage();
      page.on('request', (request) => void asked.push(request.method()));
      await page.goto(`http://127.0.0.1:${String((evil.address() as AddressInfo).port)}/`);
      await page.getByRole('button').click();
      await page.getByRole('heading', { name: 'This form was not taken' }).waitFor();
      expect(await page.locator('main').innerText()).toContain('nothing was saved');
      // Who is signed in is named: the cookie came, and it was not for want of it that the form was not taken.
      expect(await page.locator('body').innerText()).not.toContain('You were signed out');
      expect(asked).toContain('POST');
      await page.close();
    } finally {
      evil.close();
    }
  });

  it('a search of one letter, a filter of nothing and a cursor of another list are each one sentence', async () => {
    await senco.goto(`${site.url}/children`);
    await senco.getByLabel('Family name').fill('A');
    await senco.getByRole('button', { name: 'Search' }).click();
    expect(await senco.getByRole('alert').innerText()).toContain('Enter two letters of the family name or more.');
    const clinician = await site.as('CAMHS clinician');
    expect(await mainOf(clinician, '/waiting-lists?service=WIZARDRY&status=%00&past=maybe')).toContain(
      'A part of the address is not known and was left out.',
    );
    const head = await site.as('Virtual school head');
    expect(await mainOf(head, '/virtual-school?cohort=LAC&week=2026-02-30')).toContain(
      'The group in the address is not known',
    );
    const cursors = [
      [clinician, '/waiting-lists?after='],
      [await site.as('Virtual school adviser'), '/virtual-school?after='],
      [await site.as('Social worker'), '/notices?after='],
      [await site.as('Social worker'), '/changes?after='],
    ] as const;
    for (const [page, address] of cursors)
      for (const cursor of ['another', place.child, 'eyJhIjoxfQ%3D%3D']) {
        const text = await mainOf(page, address + cursor);
        expect({ address, cursor, text }).toEqual({
          ...{ address, cursor },
          text: expect.stringMatching(/This address asks for what the list does not have|There are no more/) as unknown,
        });
      }
  });

  it('a body of ten megabytes is refused in a sentence', async () => {
    const answer = await senco.request.post(`${site.url}/children`, {
      data: `family=${'a'.repeat(10_000_000)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: site.url },
    });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain('This form is too long');
  });
});
