import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { download, expectMenu, follow, lookFor, open, press, read, row, said, search, table } from './journey.js';

sayWithout('the weekly jobs of social workers, the virtual school and the clinics');
const inBrowser = hasBrowser ? describe : describe.skip;

const talk = 'Children to talk about, the most pressing first';
const waiting = 'Children waiting';
const waits = ['Waiting lists', 'Search', 'What changed'];

inBrowser('of social care, the virtual school and health, by links and forms alone', () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
    // As if the plan of this term had not been made.
    await site.hub.admin.query(
      `update virtual_school.pep set completed_on = null, signed_off_on = null, quality = null
       where term = '2026/27 Autumn' and child_id in (select held from access.child_alias where canonical = $1 union select $1)`,
      [site.hub.story('all-five').id],
    );
  });
  afterAll(() => site.close());

  it('a social worker reads a child of theirs, agrees what is to be done, and stays on the page in another purpose', async () => {
    const page = await site.as('Social worker');
    await expectMenu(site, page, [
      ...['Search', 'Notices', 'What changed', 'Virtual school', 'Attendance thresholds', 'Suspensions', 'School'],
    ]);
    await search(page, 'Adeyemi');
    await follow(page, 'Tamsin Adeyemi');
    const address = page.url();
    await follow(page, 'Add an action');
    await press(page, 'Save');
    expect(await said(page)).toMatch(/Enter what is to be done\.\s+Enter who is to do it\./);
    await page.getByLabel('What is to be done?').fill('Ask which mornings are hard.');
    await page.getByLabel('Who is to do it?').fill('Social worker');
    await press(page, 'Save');
    expect(await said(page)).toContain('The action is recorded.');
    expect(await read(page)).toContain('Ask which mornings are hard.');
    await lookFor(page, 'Direct care');
    expect(page.url()).toBe(address);
    expect(await said(page)).toContain('You look for: direct care.');
    await open(page, 'What changed');
    expect(await table(page, /^What changed/).innerText()).toContain('Tamsin Adeyemi');
    // Who is nobody of theirs is not found.
    await search(page, 'Mahmood');
    expect(await read(page)).toContain('No child whom you may see is found by these words.');
  });

  it('a team manager sees the children of the team, and nobody else’s', async () => {
    const page = await site.as('Social work team manager');
    await expectMenu(site, page, ['Virtual school', 'Attendance thresholds', 'Suspensions', 'Search', 'What changed']);
    const list = table(page, talk);
    expect(await list.innerText()).toContain('Amira Khalid');
    await follow(list, 'Amira Khalid');
    expect(await read(page)).toMatch(/Social care\s+As at/);
    await follow(page, 'Add an action');
    await page.getByLabel('What is to be done?').fill('Read the plan again with the worker.');
    await page.getByLabel('Who is to do it?').fill('Team manager');
    await press(page, 'Save');
    expect(await said(page)).toContain('The action is recorded.');
    await search(page, 'Mahmood');
    expect(await read(page)).toContain('No child whom you may see is found by these words.');
  });

  it('the head of the virtual school sees whether attendance moves, and whose plans are overdue', async () => {
    const page = await site.as('Virtual school head');
    await expectMenu(site, page, [
      ...['Virtual school', 'Suspensions', 'Attendance thresholds', 'Search', 'Notices', 'What changed'],
    ]);
    await page.getByLabel('Children who are').selectOption({ label: 'Looked after' });
    await press(page, 'Show');
    const text = await read(page);
    expect(text).toMatch(/\d+\.\d% in the week of \d/);
    expect(text).toContain('Personal education plans');
    await page.getByText('The weeks as a table').click();
    expect(await page.getByRole('table').count()).toBeGreaterThan(0);
    // Figures of all, names of those in care alone.
    expect(await page.getByRole('link', { name: 'Amira Khalid' }).count()).toBe(0);
    await search(page, 'Adeyemi');
    await follow(page, 'Tamsin Adeyemi');
    expect(await read(page)).toMatch(/Virtual school\s+As at/);
  });

  it('an adviser finds whose plan is overdue and whom to talk about, and records what was agreed', async () => {
    const page = await site.as('Virtual school adviser');
    await expectMenu(site, page, [
      ...['Virtual school', 'Suspensions', 'Attendance thresholds', 'Search', 'Notices', 'What changed'],
    ]);
    await page.getByLabel('Children who are').selectOption({ label: 'Looked after' });
    await press(page, 'Show');
    const overdue = table(page, 'Children whose plan is overdue, the longest first');
    expect(await overdue.innerText()).toContain('Tamsin Adeyemi');
    const line = row(page, talk, 'Amira Khalid');
    await follow(line, /^Add an action/);
    await page.getByLabel('What is to be done?').fill('Agree a quiet start to the day.');
    await page.getByLabel('Who is to do it?').fill('Adviser');
    await page.getByLabel('By when?').fill('2026-11-27');
    await press(page, 'Save');
    expect(await said(page)).toContain('The action is recorded.');
    await press(page, /^Done.+Agree a quiet start/);
    expect(await said(page)).toContain('The action is done.');
    await open(page, 'Virtual school');
    await page.getByLabel('Children who are').selectOption({ label: 'Looked after' });
    await press(page, 'Show');
    await follow(overdue, 'Tamsin Adeyemi');
    expect(await read(page)).toContain('Personal education plans');
    await search(page, 'Mahmood');
    expect(await read(page)).toContain('No child whom you may see is found by these words.');
  });

  it.each([
    ['CAMHS clinician', waits, 'Mental health (CAMHS)', '2026-12-08'],
    // The visit that is booked stands; what the family is told of it changes.
    ['SALT therapist', waits, 'Speech and language', null],
    ['Health admin', ['Waiting lists', 'Search'], 'Mental health (CAMHS)', '2026-12-09'],
  ])('a %s sees who is next, and says once what happened', async (title, entries, service, visit) => {
    const page = await site.as(title);
    await expectMenu(site, page, entries);
    await page.getByLabel('Service').selectOption({ label: service });
    await press(page, 'Show');
    const line = row(page, waiting, 'Tamsin Adeyemi');
    await follow(line, /^Update/);
    await follow(page, 'Back to the waiting lists');
    await follow(row(page, waiting, 'Tamsin Adeyemi').filter({ hasText: service }), /^Update/);
    if (visit !== null) await page.getByLabel('The next appointment').fill(visit);
    await page.getByLabel('The next step').fill(`First visit, as ${title} says`);
    await press(page, 'Save');
    expect(await said(page)).toContain('The entry is updated.');
    expect(await read(page)).toContain(`First visit, as ${title} says`);
    const { rows } = await site.hub.admin.query<{ next: string }>(
      `select next_appointment_on::text as next from health.waiting_list_entry where next_step = $1`,
      [`First visit, as ${title} says`],
    );
    expect(rows).toEqual([{ next: visit ?? (expect.stringMatching(/^2026-12-/) as unknown) }]);
    const file = await download(page, /Children waiting/);
    expect(file.join('\n')).toContain(`First visit, as ${title} says`);
    await follow(row(page, waiting, 'Tamsin Adeyemi'), 'Tamsin Adeyemi');
    const text = await read(page);
    expect(text).toMatch(/Virtual school\s+You do not see this as/);
    expect(await page.getByRole('link', { name: 'Add an action' }).count()).toBe(0);
    // Whoever waits at another provider alone is on no list of theirs, and is not found.
    await search(page, service === 'Speech and language' ? 'Khatun' : 'Mahmood');
    expect(await read(page)).toContain('No child whom you may see is found by these words.');
  });

  it('whoever administers a list does not see why the child is at school, or in whose care', async () => {
    const page = await site.as('Health admin');
    await search(page, 'Adeyemi');
    await follow(page, 'Tamsin Adeyemi');
    const text = await read(page);
    expect(text).toMatch(/Education\s+You do not see this as health admin/);
    expect(text).toMatch(/Social care\s+You do not see this as health admin/);
    expect(text).not.toContain('Jo Marsden');
  });
});
