import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { download, expectMenu, follow, lookFor, open, press, read, row, said, search, table } from './journey.js';

sayWithout('the weekly jobs of the council’s officers');
const inBrowser = hasBrowser ? describe : describe.skip;

const suspended = 'Children who were suspended or excluded, the last first';
const reached = 'Thresholds of attendance that children have reached, the last reached first';

inBrowser('at the council, by links and forms alone', () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
    const { id, schoolUrn } = site.hub.story('twin-two');
    // For good, so that the council owed provision from the eighteenth.
    await site.hub.admin.query(
      `insert into education.suspension (id, child_id, urn, started_on, category, version, recorded_at)
       values (gen_random_uuid(), $1, $2, '2026-11-11', 'PERMANENT', 1, now())`,
      [id, schoolUrn],
    );
  });
  afterAll(() => site.close());

  it('an attendance officer finds whose absence came to a threshold, keeps the list as a file, and reads the child', async () => {
    const page = await site.as('Attendance officer');
    await expectMenu(site, page, ['Attendance thresholds', 'Search']);
    await page.getByLabel('Threshold').selectOption({ label: 'Ten sessions of unauthorised absence' });
    await press(page, 'Show');
    const first = table(page, reached).getByRole('row').nth(1);
    const [name = ''] = await first.getByRole('link').allInnerTexts();
    expect(await first.innerText()).toContain('Ten sessions of unauthorised absence');
    const file = await download(page, /^Download as CSV/);
    expect(file.join('\n')).toContain('Threshold: Ten sessions of unauthorised absence');
    expect(file.filter((one) => one.includes(name)).length).toBeGreaterThan(0);
    expect(file.join('\n')).not.toContain('Fifteen days of illness');
    await follow(first, name);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(name);
    expect(await table(page, /^Attendance each half term/).count()).toBe(1);
    // Of care and health nothing, and nothing to record.
    const text = await read(page);
    expect(text).toMatch(/Social care\s+You do not see this as attendance officer/);
    expect(text).toMatch(/Health\s+You do not see this as attendance officer/);
    expect(await page.getByRole('link', { name: 'Add an action' }).count()).toBe(0);
  });

  it('an exclusions officer finds provision that the council owes, says that it came, and keeps the list as a file', async () => {
    const page = await site.as('Exclusions officer');
    await expectMenu(site, page, ['Suspensions', 'Search']);
    const line = row(page, suspended, 'Idris Mahmood');
    expect(await line.innerText()).toMatch(/Provision by the council due 18 Nov 2026; missing\s+Overdue/i);
    await line.getByText('Record provision').click();
    await line.getByLabel('Who gives it?').fill('Westgate');
    await press(line, 'Save');
    expect(await said(page)).toContain('Enter the day it was in place.');
    expect(await read(page)).toContain('Kept out of school from 11 Nov 2026');
    await page.getByLabel('In place on').fill('2026-11-18');
    await press(page, 'Save');
    expect(await said(page)).toContain('The provision is recorded.');
    expect(page.url()).toBe(`${site.url}/suspensions`);
    expect(await line.innerText()).toMatch(/Provision by the council due 18 Nov 2026; in place 18 Nov 2026(?!, late)/);
    const { rows } = await site.hub.admin.query(`select provider, actor_role from education.suspension_provision`);
    expect(rows).toEqual([{ provider: 'Westgate', actor_role: 'exclusions-officer' }]);
    const file = await download(page, /Children who were suspended/);
    expect(file.filter((one) => one.includes('Idris Mahmood'))).toEqual([
      expect.stringContaining('permanent exclusion, no reason told, Provision by the council due 18 Nov 2026'),
    ]);
    await follow(line, 'Idris Mahmood');
    expect(await read(page)).toMatch(/Health\s+You do not see this as exclusions officer/);
    // What a school owes it records itself.
    await open(page, 'Suspensions');
    const owed = table(page, suspended).getByRole('row').filter({ hasText: 'Provision by the school' });
    expect(await owed.getByText('Record provision').count()).toBe(0);
  });

  it('a SEND officer looks a child up, sees the waits of all, and plans without names', async () => {
    const page = await site.as('SEND officer');
    await expectMenu(site, page, ['Search', 'Waiting lists', 'Suspensions', 'Attendance thresholds', 'What changed']);
    await search(page, 'Adeyemi');
    await follow(page, 'Tamsin Adeyemi');
    expect(await read(page)).toContain('You do not see this as SEND officer');
    expect(await table(page, 'Waits').innerText()).toContain('Speech and language');
    await open(page, 'Waiting lists');
    expect(await table(page, 'Children waiting').innerText()).toContain('Tamsin Adeyemi');
    // Who keeps no list moves nobody on it.
    expect(await page.getByRole('link', { name: /^Update/ }).count()).toBe(0);
    await lookFor(page, 'Service planning');
    await open(page, 'Suspensions');
    expect(await read(page)).toContain('By phase of education');
  });

  it('an EHC coordinator reads what is true of a child, and what changed', async () => {
    const page = await site.as('EHC coordinator');
    await expectMenu(site, page, ['Search', 'Waiting lists', 'What changed']);
    await search(page, 'Adeyemi');
    await follow(page, 'Tamsin Adeyemi');
    const text = await read(page);
    expect(text).toContain('with an EHC plan');
    expect(text).toContain('You do not see this as EHC coordinator');
    expect(await table(page, 'Who works with the child').innerText()).toContain('Social worker');
    expect(await page.getByRole('link', { name: 'Add an action' }).count()).toBe(0);
    await open(page, 'What changed');
    expect(
      await table(page, /^What changed/)
        .getByRole('row')
        .count(),
    ).toBeGreaterThan(1);
    expect(await table(page, /^What changed/).innerText()).not.toContain('Social care status');
  });

  it.each(['Commissioner', 'Analyst'])('a %s sees how the area does, by figures without names', async (title) => {
    const page = await site.as(title);
    await expectMenu(site, page, ['Suspensions', 'Data quality']);
    const text = await read(page);
    expect(text).toContain('How often, and for how long');
    expect(text).toContain('Fewer than 8: not shown');
    expect(text).not.toContain('Mahmood');
    expect(await page.locator('main a[href^="/children/"]').count()).toBe(0);
    await open(page, 'Data quality');
    const file = await download(page, /^Download as CSV/);
    expect(file[0]).toContain('Data quality by source');
    expect(file.join('\n')).toContain('School census');
  });

  it.each([
    ['Information governance officer', false],
    ['Auditor', false],
    ['Integrator', true],
  ])('to %s the quality of what came is told, and of no child', async (title, brings) => {
    const page = await site.as(title);
    await expectMenu(site, page, ['Data quality']);
    expect(await table(page, /^By source/).innerText()).toContain('Attendance');
    expect(await page.locator('main a[href^="/children/"]').count()).toBe(0);
    // The lines of a file are for whoever sent it.
    if (!brings) expect(await page.getByRole('link', { name: /^Lines of/ }).count()).toBe(0);
  });

  it('a match reviewer says of a record whose it is, only after proving anew who they are', async () => {
    const page = await site.as('Match reviewer');
    await expectMenu(site, page, ['Matches to review', 'Separations', 'Data quality']);
    const records = table(page, 'The longest waiting first').getByRole('row');
    const before = await records.count();
    await records.nth(1).getByRole('link').click();
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    await follow(page, /^Confirm that it is you/);
    await page.getByRole('button').click();
    await page.waitForURL(`${site.url}/matches/**`);
    await page.getByLabel(/^Another child/).check();
    await page.getByLabel('Why?').fill('Two children, their school says.');
    await press(page, 'Save');
    expect(await said(page)).toContain('They are kept apart.');
    await open(page, 'Matches to review');
    expect(await records.count()).toBe(before - 1);
  });
});
