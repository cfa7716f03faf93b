import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Domain } from '../../platform/vocabulary/domain.js';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { type Place, placeOf } from './looked.js';

sayWithout('the pages while a domain does not answer');
const inBrowser = hasBrowser ? describe : describe.skip;

const couldNotAsk = (domain: string): string =>
  `We could not ask ${domain} just now. This does not mean that nothing is held.`;

const parts = ['Education', 'Health', 'Social care', 'Virtual school'] as const;

inBrowser('while one domain does not answer', () => {
  let site: Pages;
  let place: Place;
  let senco: Page;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
    senco = await site.as('SENCO', place.school);
  });
  afterAll(() => site.close());
  afterEach(() => {
    site.reach();
  });

  /** What the child’s page says under the heading of each domain. */
  const partsOfChild = async (): Promise<Record<string, string>> => {
    await senco.goto(`${site.url}/children/${place.child}`);
    const said = parts.map(async (part) => {
      const section = senco.locator('section').filter({ has: senco.getByRole('heading', { name: part, exact: true }) });
      return [part, await section.innerText()] as const;
    });
    return Object.fromEntries(await Promise.all(said));
  };

  it.each([
    [Domain.HEALTH, 'Health', 'health'],
    [Domain.SOCIAL_CARE, 'Social care', 'social care'],
    [Domain.EDUCATION, 'Education', 'education'],
    [Domain.VIRTUAL_SCHOOL, 'Virtual school', 'the virtual school'],
  ] as const)(
    'the child’s page says that %s could not be asked, and shows the others as before',
    async (domain, part, words) => {
      const before = await partsOfChild();
      site.reach(domain);
      const after = await partsOfChild();
      expect(after[part]).toContain(couldNotAsk(words));
      expect(after[part]).not.toContain('None');
      for (const other of parts.filter((one) => one !== part))
        expect({ other, said: after[other] }).toEqual({ other, said: before[other] });
      site.reach();
      expect(await partsOfChild()).toEqual(before);
    },
  );

  it('a clinician’s list says so, a form that is sent is not saved, and both work again afterwards', async () => {
    const clinician = await site.as('CAMHS clinician');
    const form = `${site.url}/waiting-lists/${place.child}/${place.wait}/update`;
    await clinician.goto(form);
    await clinician.getByLabel('The next step').fill('A letter to the family');
    site.reach(Domain.HEALTH);
    await clinician.getByRole('button', { name: 'Save' }).click();
    expect(await clinician.locator('main').innerText()).toContain('The hub does not answer just now');
    await clinician.goto(`${site.url}/waiting-lists`);
    expect(await clinician.locator('main').innerText()).toContain(couldNotAsk('health'));
    site.reach();
    await clinician.goto(form);
    expect(await clinician.getByLabel('The next step').inputValue()).not.toBe('A letter to the family');
    await clinician.getByLabel('The next step').fill('A letter to the family');
    await clinician.getByRole('button', { name: 'Save' }).click();
    expect(await clinician.getByRole('alert').innerText()).toContain('The entry is updated.');
  });

  it('without the partnership there is one clear page, and nobody is said to be absent', async () => {
    site.reach(Domain.PARTNERSHIP);
    for (const address of [`/children/${place.child}`, '/children/nobody']) {
      const answer = await senco.goto(`${site.url}${address}`);
      expect(answer?.status()).toBe(503);
      expect(await senco.locator('main').innerText()).toContain('This does not mean that nothing is held.');
    }
  });
});
