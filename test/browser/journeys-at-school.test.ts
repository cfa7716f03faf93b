import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { download, expectMenu, follow, lookFor, open, press, read, row, said, search, table } from './journey.js';

sayWithout('the weekly jobs of those at a school');
const inBrowser = hasBrowser ? describe : describe.skip;

const suspended = 'Children who were suspended or excluded, the last first';
const ownPages = [
  'School',
  'Suspensions',
  'Attendance thresholds',
  'Search',
  'Notices',
  'What changed',
  'Waiting lists',
];

inBrowser('at a school, by links and forms alone', () => {
  let site: Pages;
  let school = '';
  beforeAll(async () => {
    site = await pages();
    const twin = site.hub.story('twin-two');
    school = twin.schoolUrn ?? '';
    // Seven school days, of which the sixth was the eighteenth.
    await site.hub.admin.query(
      `insert into education.suspension (id, child_id, urn, started_on, category, version, session, sessions, recorded_at)
       values (gen_random_uuid(), $1, $2, '2026-11-11', 'SUSPENSION', 1, 'AM', 14, now())`,
      [twin.id, school],
    );
    await site.hub.admin.query(
      `insert into partnership.notice (child_id, domain, fact_key, told_as, kind, happened_on, organisation, fact, raised_at)
       values ($1, 'EDUCATION', 'suspension/journey', 'TOLD_AS_SCHOOL', 'SUSPENSION', '2026-11-11', null,
         'Suspended from 11 November 2026, for 7 school days.', '2026-11-11')`,
      [twin.id],
    );
    for (const subject of [`tas-lead.${school}`, 'ep-001'])
      await site.hub.admin.query(
        `insert into access.membership (team, subject, valid) values ($1, $2, '[2026-09-01,)') on conflict do nothing`,
        [`tas:${school}`, subject],
      );
  });
  afterAll(() => site.close());

  it('a SENCO finds a child on the roll, puts the child on the agenda with their own words, and agrees an action', async () => {
    const page = await site.as('SENCO', school);
    await expectMenu(site, page, ownPages);
    await search(page, 'Mahmood');
    await follow(page, 'Idris Mahmood');
    await follow(page, 'Add to the agenda');
    await follow(page, 'Back to the school’s page');
    await search(page, 'Mahmood');
    await follow(page, 'Idris Mahmood');
    await follow(page, 'Add to the agenda');
    await page.getByLabel('Why should the team').fill('Out of school for seven days.');
    await page.getByLabel('The child’s own words').fill('I miss the garden.');
    await press(page, 'Add to the agenda');
    expect(await said(page)).toContain('Idris Mahmood is on the agenda.');
    expect(await row(page, 'The agenda', 'Idris Mahmood').innerText()).toContain('I miss the garden.');
    await follow(row(page, 'The agenda', 'Idris Mahmood'), 'Idris Mahmood');
    await follow(page, 'Add an action');
    await page.getByLabel('What is to be done?').fill('Send work home each morning.');
    await page.getByLabel('Who is to do it?').fill('SENCO');
    await press(page, 'Save');
    expect(await said(page)).toContain('The action is recorded.');
    expect(await read(page)).toContain('Send work home each morning.');
    // No other school's, and no figures of the area.
    await search(page, 'Campbell-Reid');
    expect(await read(page)).toContain('No child whom you may see is found by these words.');
    await open(page, 'Suspensions');
    expect(await read(page)).not.toContain('By phase of education');
  });

  it('a headteacher sees who is owed provision, says that it came, keeps the list as a file, and has the papers of the meeting', async () => {
    const page = await site.as('Headteacher', school);
    await expectMenu(site, page, ownPages);
    await open(page, 'Suspensions');
    const line = row(page, suspended, 'Idris Mahmood');
    expect(await line.innerText()).toMatch(/Provision by the school due 18 Nov 2026; missing\s+Overdue/i);
    await line.getByText('Record provision').click();
    await press(line, 'Save');
    expect(await page.title()).toContain('Error');
    expect(await said(page)).toMatch(/Enter who gives the provision\.\s+Enter the day it was in place\./);
    await page.getByLabel('Who gives it?').fill('The Hawthorn Centre');
    await page.getByLabel('In place on').fill('2026-11-10');
    await press(page, 'Save');
    expect(await said(page)).toContain('Enter a day from the first of the suspension to today.');
    expect(await page.getByLabel('Who gives it?').inputValue()).toBe('The Hawthorn Centre');
    await page.getByLabel('In place on').fill('2026-11-19');
    await press(page, 'Save');
    expect(await said(page)).toContain('The provision is recorded.');
    expect(page.url()).toBe(`${site.url}/schools/${school}/suspensions`);
    expect(await line.innerText()).toContain('Provision by the school due 18 Nov 2026; in place 19 Nov 2026, late');
    expect(await line.getByText('Record provision').count()).toBe(0);
    const { rows } = await site.hub.admin.query(
      `select provider, in_place_on::text, actor_role from education.suspension_provision`,
    );
    expect(rows).toEqual([{ provider: 'The Hawthorn Centre', in_place_on: '2026-11-19', actor_role: 'headteacher' }]);
    const file = await download(page, /Children who were suspended/);
    expect(file[0]).toContain(suspended);
    expect(file.filter((one) => one.includes('Idris Mahmood'))).toEqual([
      expect.stringContaining('in place 19 Nov 2026, late'),
    ]);
    await open(page, 'School');
    await follow(page, 'Meeting pack');
    await page.getByLabel(/SENCO/).check();
    await press(page, 'Make the pack');
    const sheet = page.locator('.app-sheet').filter({ hasText: 'Idris Mahmood' });
    expect(await sheet.innerText()).toContain('I miss the garden.');

    // Another school has the child in no list, and nothing to record.
    const elsewhere = await site.as('Headteacher', '900002');
    await open(elsewhere, 'Suspensions');
    expect(await read(elsewhere)).not.toContain('Mahmood');
  });

  it('a safeguarding lead reads what they must be told, and records what they considered', async () => {
    const page = await site.as('Designated safeguarding lead', school);
    await expectMenu(site, page, ownPages);
    await open(page, 'Notices');
    const notice = page.getByRole('listitem').filter({ hasText: 'Idris Mahmood: suspension' });
    await notice.getByText('Record that the risk was considered').click();
    await notice.getByLabel('What was considered').fill('The family is home all day.');
    await press(notice, /^Mark as read/);
    expect(await said(page)).toContain('The notice is marked as read.');
    expect(await read(page)).toContain('You have no notice that you have not read.');
    await follow(page, 'Those you have read');
    expect(await notice.innerText()).toContain('Risk considered: The family is home all day.');
    expect(await notice.getByRole('button').count()).toBe(0);
    const { rows } = await site.hub.admin.query(`select risk_considered from partnership.notice_mark`);
    expect(rows).toEqual([{ risk_considered: 'The family is home all day.' }]);
    // What one of the school has read, another still has to: each is told for themselves.
    const other = await site.as('SENCO', school);
    await open(other, 'Notices');
    expect(await read(other)).not.toContain('The family is home all day.');
  });

  it('an educational psychologist reads a child for an assessment, and comes to the team for another purpose', async () => {
    const page = await site.as('Educational psychologist');
    await expectMenu(site, page, ['Search', 'Waiting lists', 'What changed', 'School']);
    await search(page, 'Mahmood');
    await follow(page, 'Ibrahim Mahmood');
    const text = await read(page);
    expect(text).toMatch(/Autism and ADHD assessment\s+Accepted and waiting/);
    expect(text).toContain('You do not see this as educational psychologist');
    expect(await page.getByRole('link', { name: 'Add an action' }).count()).toBe(0);
    await follow(page, /Primary School$/);
    expect(await read(page)).toContain('Do you come as one of the school’s team?');
    expect(await table(page, 'The agenda').count()).toBe(0);
    await lookFor(page, 'Team around school');
    expect(page.url()).toBe(`${site.url}/schools/${school}`);
    expect(await row(page, 'The agenda', 'Idris Mahmood').innerText()).toContain('I miss the garden.');
    expect(await page.getByRole('link', { name: 'Meeting pack' }).count()).toBe(0);
  });

  it('whoever leads the team finds the school by its name, and says what was decided and what is done', async () => {
    const page = await site.as('Team around school lead', school);
    await expectMenu(site, page, ['School', 'Search']);
    await press(page, 'Show');
    expect(await said(page)).toContain('Choose a school.');
    await page.getByLabel('School', { exact: true }).selectOption(school);
    await press(page, 'Show');
    expect(page.url()).toBe(`${site.url}/schools/${school}`);
    await press(page, /^Done.+Send work home/);
    expect(await said(page)).toContain('The action is done.');
    expect(await read(page)).not.toContain('Send work home each morning.');
    const line = row(page, 'The agenda', 'Idris Mahmood');
    await line.getByLabel('What was decided').fill('Back on Monday, mornings first.');
    await press(line, /^Talked about/);
    expect(await said(page)).toContain('It was talked about.');
    // With the meeting over the child is shown to the school alone.
    expect(await read(page)).not.toContain('Idris Mahmood');
    const senco = await site.as('SENCO', school);
    expect(await row(senco, 'The agenda', 'Idris Mahmood').innerText()).toContain(
      'Talked about: Back on Monday, mornings first.',
    );
    // A child whom the team does not talk about is nobody of theirs.
    await search(page, 'Adeyemi');
    expect(await read(page)).toContain('No child whom you may see is found by these words.');
  });

  it('a safeguarding lead decides whether the team may discuss a child whom a restriction is about', async () => {
    const { id } = site.hub.story('twin-one');
    await site.hub.admin.query(`insert into access.restriction values ($1, 'PROTECTED_ADDRESS', '2026-01-01', null)`, [
      id,
    ]);
    const senco = await site.as('SENCO', school);
    await search(senco, 'Mahmood');
    await follow(senco, 'Ibrahim Mahmood');
    await follow(senco, 'Add to the agenda');
    await senco.getByLabel('Why should the team').fill('A long wait.');
    await press(senco, 'Add to the agenda');
    // Nobody but the safeguarding lead is told that a decision is waited for.
    expect(await row(senco, 'The agenda', 'Ibrahim Mahmood').innerText()).not.toContain('Waits for a decision');
    const member = await site.as('Team around school lead', school);
    await member.getByText('The school is not in the list').click();
    await member.getByLabel('The school’s URN').fill(school);
    await press(member.locator('main details'), 'Show');
    expect(await read(member)).not.toContain('Ibrahim Mahmood');
    const page = await site.as('Designated safeguarding lead', school);
    const line = row(page, 'The agenda', 'Ibrahim Mahmood');
    expect(await line.innerText()).toContain('Waits for a decision');
    await line.getByLabel('Why').fill('School and family agree.');
    await press(line, /^Decide/);
    // What was written is there still; the summary leads to what is missing.
    await follow(page, 'Choose whether the team may discuss the child.');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('May the team discuss the child?').inputValue()).toBe('yes');
    expect(await page.getByLabel('Why').inputValue()).toBe('School and family agree.');
    await press(page, /^Decide/);
    expect(await said(page)).toContain('It is decided.');
    expect(await line.innerText()).not.toContain('Waits for a decision');
    await member.reload();
    expect(await row(member, 'The agenda', 'Ibrahim Mahmood').innerText()).toContain('A long wait.');
  });
});
