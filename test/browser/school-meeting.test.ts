import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';

sayWithout('the meeting of a team around a school');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('a SENCO’s meeting, from the pages alone', () => {
  let site: Pages;
  let page: Page;
  let school = '';
  /** Two children who need attention: one is talked about, the other stays on the agenda. */
  const names: string[] = [];
  beforeAll(async () => {
    site = await pages();
    school = site.hub.story('all-five').schoolUrn ?? '';
    page = await site.as('SENCO', school);
  });
  afterAll(() => site.close());

  const said = (): Promise<string> => page.getByRole('alert').innerText();
  const table = (name: string) => page.getByRole('table', { name, exact: true });
  const rowOf = (name: string, child: string) => table(name).getByRole('row').filter({ hasText: child }).first();

  it('begins with those who need attention, who go on the agenda with their own words', async () => {
    for (const words of ['I like the garden.', 'Mornings are hard.']) {
      await page.goto(`${site.url}/schools/${school}`);
      const attention = table('Children who need attention, the most pressing first');
      const add = attention.getByRole('link', { name: /^Add .+ to the agenda$/ }).first();
      const name = /^Add (.+) to the agenda$/.exec((await add.textContent()) ?? '')?.[1] ?? '';
      names.push(name);
      await add.click();
      await page.getByLabel('Why should the team').fill('Absence since half-term.');
      await page.getByLabel('The child’s own words').fill(words);
      await page.getByLabel('For which meeting?').fill('2026-11-21');
      await page.getByRole('button', { name: 'Add to the agenda' }).click();
      expect(await said()).toContain('Enter a day on which the school is open');
      await page.getByLabel('For which meeting?').fill('2026-11-20');
      await page.getByRole('button', { name: 'Add to the agenda' }).click();
      expect(await said()).toContain(`${name} is on the agenda.`);
      expect(await rowOf('The agenda', name).innerText()).toContain(words);
      expect(await attention.getByRole('row').filter({ hasText: name }).innerText()).toContain('On the agenda');
    }
    expect(names[0]).not.toBe(names[1]);
  });

  it('agrees what is to be done, by whom and by when', async () => {
    await rowOf('The agenda', names[0] ?? '')
      .getByRole('link', { name: 'Add an action' })
      .click();
    await page.getByLabel('What is to be done?').fill('Ring the family on Monday.');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await said()).toContain('Enter who is to do it.');
    await page.getByLabel('Who is to do it?').fill('SENCO');
    await page.getByLabel('By when?').fill('2026-11-23');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await said()).toContain('The action is recorded.');
    expect(page.url()).toBe(`${site.url}/schools/${school}`);
    expect(await rowOf('Open actions', 'Ring the family').innerText()).toMatch(
      new RegExp(`${names[0] ?? ''}[^]*23 Nov 2026`),
    );
  });

  it('shows what is past its day before all else', async () => {
    await site.hub.admin.query(
      `update partnership.agreed_action set due_on = '2026-11-19' where what like 'Ring the family%'`,
    );
    await page.reload();
    expect(await rowOf('Overdue actions', 'Ring the family').innerText()).toContain('Overdue');
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings[0]).toBe('Overdue actions');
  });

  it('has papers: a child a sheet, of what everybody ticked may see', async () => {
    await page.getByRole('link', { name: 'Meeting pack' }).click();
    await page.getByRole('button', { name: 'Make the pack' }).click();
    expect(await said()).toContain('Tick who is to be there.');
    await page.getByLabel(/SENCO/).check();
    await page.getByLabel('The day of the meeting').fill('2026-11-14');
    await page.getByRole('button', { name: 'Make the pack' }).click();
    expect(await said()).toContain('Enter a day on which the school was open, today at the latest.');
    expect(await page.getByLabel(/SENCO/).isChecked()).toBe(true);
    await page.getByLabel('The day of the meeting').fill('2026-11-13');
    await page.getByRole('button', { name: 'Make the pack' }).click();
    expect(await said()).toContain('There is nobody on the agenda of that day for a pack.');
    await page.getByLabel('The day of the meeting').fill('2026-11-20');
    await page.getByRole('button', { name: 'Make the pack' }).click();
    // Nothing of who is there, or of whom it is, stands in the address.
    expect(page.url()).toBe(`${site.url}/schools/${school}/pack`);
    const sheets = page.locator('.app-sheet');
    expect(await sheets.count()).toBeGreaterThan(1);
    const own = sheets.filter({ has: page.getByRole('heading', { name: names[0] ?? '' }) });
    expect(await own.innerText()).toContain('I like the garden.');
    expect(await own.innerText()).toContain('Ring the family on Monday.');
    await page.emulateMedia({ media: 'print' });
    const broken = `getComputedStyle(document.querySelector('.app-sheet')).breakAfter`;
    expect(await page.evaluate<string>(broken)).toBe('page');
    expect(await page.getByRole('navigation', { name: 'Menu' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
  });

  it('has no papers for somebody who is not of the team, and says of which domain a part is left out for whom', async () => {
    await page.goto(`${site.url}/schools/${school}/pack`);
    await page.getByLabel(/CAMHS link worker/).check();
    await page.getByRole('button', { name: 'Make the pack' }).click();
    expect(await said()).toContain('not everybody named is one today');
    const { rows } = await site.hub.admin.query<{ user_id: string }>(
      `select user_id from partnership.school_post where role = 'CAMHS_LINK_WORKER' and user_id is not null`,
    );
    for (const { user_id: subject } of rows)
      await site.hub.admin.query(
        `insert into access.membership (team, subject, valid) values ($1, $2, '[2026-09-01,)') on conflict do nothing`,
        [`tas:${school}`, subject],
      );
    await page.getByRole('button', { name: 'Make the pack' }).click();
    expect(await page.locator('main').innerText()).toMatch(/Not in this pack: .+, for .+\./);
  });

  it('writes down what was decided so far, and keeps the child on the agenda', async () => {
    // As if the meeting had been ten days ago.
    await site.hub.admin.query(
      `update partnership.agenda_item set meeting_on = '2026-11-10', until = '2026-12-08' where child_voice = 'Mornings are hard.'`,
    );
    await page.goto(`${site.url}/schools/${school}`);
    const kept = () => rowOf('The agenda', names[1] ?? '');
    expect(await kept().innerText()).toContain('Ends on 8 Dec 2026');
    await kept()
      .getByRole('link', { name: /^Keep on the agenda/ })
      .click();
    const facts = page.locator('.govuk-summary-list');
    expect(await facts.innerText()).toMatch(/Ends on 8 Dec 2026[^]*None recorded/);
    await page.getByRole('button', { name: 'Save what was decided' }).click();
    expect(await said()).toContain('Enter what was decided.');
    await page.getByLabel('What was decided').fill('A place in the breakfast club.');
    await page.getByRole('button', { name: 'Save what was decided' }).click();
    expect(await said()).toContain('The child stays on the agenda: it ends on 8 Dec 2026.');
    expect(await kept().innerText()).toContain('Decided so far: A place in the breakfast club.');

    await kept()
      .getByRole('link', { name: /^Keep on the agenda/ })
      .click();
    expect(await page.getByLabel('What was decided').inputValue()).toBe('A place in the breakfast club.');
    // Somebody else is quicker: nothing is overwritten, and what was typed is still there.
    await site.hub.admin.query(
      `update partnership.agenda_item set version = version + 1 where child_voice = 'Mornings are hard.'`,
    );
    await page.getByLabel('Why, if you want to say').fill('The club begins in December.');
    await page.getByRole('button', { name: 'Keep on the agenda' }).click();
    expect(await said()).toContain('Somebody changed it first.');
    expect(await page.getByLabel('Why, if you want to say').inputValue()).toBe('The club begins in December.');
    await page.getByRole('button', { name: 'Keep on the agenda' }).click();
    expect(await said()).toContain('The child is kept on the agenda: it ends on 18 Dec 2026.');
    expect(await kept().innerText()).toContain('Ends on 18 Dec 2026');
    await kept()
      .getByRole('link', { name: /^Keep on the agenda/ })
      .click();
    expect(await page.getByRole('button', { name: 'Keep on the agenda' }).count()).toBe(0);
  });

  it('writes down what was decided, and what is done is done', async () => {
    await page.goto(`${site.url}/schools/${school}`);
    const row = rowOf('The agenda', names[0] ?? '');
    await row.getByLabel('What was decided').fill('The tutor meets the family.');
    await row.getByRole('button', { name: /^Talked about/ }).click();
    expect(await said()).toContain('It was talked about.');
    expect(await rowOf('The agenda', names[0] ?? '').innerText()).toContain(
      'Talked about: The tutor meets the family.',
    );
    await page.getByRole('button', { name: /^Done.+Ring the family/ }).click();
    expect(await said()).toContain('The action is done.');
    expect(await page.locator('main').innerText()).not.toContain('Ring the family on Monday.');
  });

  it('goes through the roll by name, and a cursor of another list is one sentence', async () => {
    await page.getByRole('link', { name: 'Roll' }).click();
    const first = await table('Children on the roll').getByRole('row').count();
    expect(first).toBe(26);
    await page.getByRole('link', { name: 'Next' }).click();
    expect(page.url()).toMatch(/show=roll&after=[0-9a-f-]{36}$/);
    await page.getByRole('link', { name: 'First page' }).click();
    expect(page.url()).toBe(`${site.url}/schools/${school}?show=roll`);
    const answer = await page.goto(`${site.url}/schools/${school}?show=roll&after=another`);
    expect(answer?.status()).toBe(400);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'This address asks for what the list does not have',
    );
  });
});
