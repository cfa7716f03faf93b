import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';

sayWithout('the journeys through the pages');
const inBrowser = hasBrowser ? describe : describe.skip;

inBrowser('through the pages alone', () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site.close());

  const story = () => {
    const { id, schoolUrn } = site.hub.story('all-five');
    return { id, school: schoolUrn ?? '' };
  };

  it('a SENCO signs in with one choice, puts a child on the agenda with their own words, and says what was decided', async () => {
    const page = await site.as('SENCO', story().school);
    expect(page.url()).toBe(`${site.url}/schools/${story().school}`);
    await page.goto(`${site.url}/schools/${story().school}/agenda/new?child=${story().id}`);
    await page.getByRole('button', { name: 'Add to the agenda' }).click();
    expect(await page.title()).toContain('Error');
    expect(await page.getByRole('alert').innerText()).toContain('Enter why the child should be talked about.');
    await page.getByLabel('Why should the team').fill('Attendance has fallen since half-term.');
    await page.getByLabel('The child’s own words').fill('Maths is fine when I sit near the door.');
    await page.getByRole('button', { name: 'Add to the agenda' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('is on the agenda.');
    const agenda = page.getByRole('table', { name: 'The agenda' });
    expect(await agenda.innerText()).toContain('Maths is fine when I sit near the door.');
    await agenda.getByLabel('What was decided').first().fill('The tutor meets the family.');
    await agenda.getByRole('button').first().click();
    expect(await page.getByRole('alert').innerText()).toContain('It was talked about.');
    expect(await agenda.innerText()).toContain('Talked about: The tutor meets the family.');
    expect(await agenda.getByRole('button').count()).toBe(0);
  });

  it('a clinician updates an entry, and the SENCO sees it on the next look', async () => {
    const school = await site.as('SENCO', story().school);
    const clinician = await site.as('CAMHS clinician');
    expect(clinician.url()).toBe(`${site.url}/waiting-lists`);
    const entry =
      (await clinician.locator(`a[href^="/waiting-lists/${story().id}/"]`).first().getAttribute('href')) ?? '';
    const other = await site.as('CAMHS clinician');
    await other.goto(`${site.url}${entry}`);
    await clinician.goto(`${site.url}${entry}`);
    await clinician.getByLabel('The next step').fill('Choice appointment at the clinic');
    await clinician.getByRole('button', { name: 'Save' }).click();
    expect(await clinician.getByRole('alert').innerText()).toContain('The entry is updated.');
    await school.goto(`${site.url}/children/${story().id}`);
    expect(await school.locator('main').innerText()).toContain('Choice appointment at the clinic');

    // Whoever had the page open from before is told who was first, and saves over it only by sending once more.
    await other.getByLabel('The next step').fill('Telephone call');
    await other.getByRole('button', { name: 'Save' }).click();
    expect(await other.getByRole('alert').innerText()).toContain('Nothing of yours was saved.');
    expect(await other.getByLabel('The next step').inputValue()).toBe('Telephone call');
    await school.reload();
    expect(await school.locator('main').innerText()).toContain('Choice appointment at the clinic');
    await other.getByRole('button', { name: 'Save' }).click();
    expect(await other.getByRole('alert').innerText()).toContain('The entry is updated.');
    await school.reload();
    expect(await school.locator('main').innerText()).toContain('Telephone call');
  });

  it('a step that is not allowed is not offered, and a reason is asked for where one is needed', async () => {
    const page = await site.as('CAMHS clinician');
    const entry = (await page.locator(`a[href^="/waiting-lists/${story().id}/"]`).first().getAttribute('href')) ?? '';
    await page.goto(`${site.url}${entry}`);
    await page.getByLabel(/^On hold/).check();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Enter the reason for: on hold.');
    expect(await page.getByLabel(/^On hold/).isChecked()).toBe(true);
  });

  it('a Virtual School Head lands on figures that stand without names', async () => {
    const page = await site.as('Virtual school head');
    expect(page.url()).toBe(`${site.url}/virtual-school`);
    const text = await page.locator('main').innerText();
    expect(text).toContain('attended this week');
    expect(text).toMatch(/\d+\.\d% in the week of/);
    expect(text).toContain('You do not see this as virtual school head');
  });

  it('a social worker finds a child by name, with no name in the address, and records an action', async () => {
    const page = await site.as('Social worker');
    await page.goto(`${site.url}/children`);
    await page.getByLabel('Family name').fill('Adeyemi');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(page.url()).toBe(`${site.url}/children`);
    await page.goto(`${site.url}/children/${story().id}/actions/new`);
    await page.getByLabel('What is to be done?').fill('Ask the family which mornings are hardest.');
    await page.getByLabel('Who is to do it?').fill('Social worker');
    await page.getByLabel('By when?').fill('2020-01-06');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Enter a day that is not past.');
    await page.getByLabel('By when?').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('The action is recorded.');
    const action = page.getByRole('row', { name: 'Ask the family which mornings are hardest.' });
    await action.getByRole('button', { name: 'Done' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('The action is done.');
    expect(await action.count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain(
      'Ask the family which mornings are hardest. (Social worker), done',
    );
  });
});
