import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { linesBefore } from '../../dashboard/csv/csv-file.js';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { looked, type Place, placeOf, signedIn } from './looked.js';

sayWithout('every table as a file');
const inBrowser = hasBrowser ? describe : describe.skip;

/** Tables that are to have no file, by their captions, and why: none is. */
const withoutFile: Readonly<Record<string, string>> = {};

interface TableOnPage {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Where its file is; null where no link stands right below it. */
  readonly file: string | null;
}

const tablesOf = `[...document.querySelectorAll('main table')].map((table) => ({
  caption: table.caption.textContent.trim(),
  columns: [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim()),
  rows: table.tBodies[0].rows.length,
  file: table.nextElementSibling?.matches('.app-file')
    ? table.nextElementSibling.querySelector('a[href*=".csv"]').getAttribute('href') : null,
}))`;

/** A file says what it is of before its columns, and has no fewer rows than the page. */
function expectFile(text: string, where: object, { first, rows }: { readonly first: unknown; readonly rows: number }) {
  const lines: string[][] = parse(text, { bom: true });
  const head = lines.slice(0, linesBefore).map((line) => line.slice(0, 2));
  const something = expect.stringMatching(/\S/) as unknown;
  expect({ ...where, head }).toEqual({
    ...where,
    head: [
      [something, ''],
      ...['Basis', 'Period', 'As at', 'Filter', 'Suppressed'].map((name) => [name, something]),
      ['', ''],
    ],
  });
  expect(head[5]?.[1]).toContain('It is not nought.');
  expect({ ...where, first: lines[linesBefore]?.[0] }).toEqual({ ...where, first });
  expect(lines.length - linesBefore - 1).toBeGreaterThanOrEqual(rows);
}

inBrowser('every table', () => {
  let site: Pages;
  let place: Place;
  beforeAll(async () => {
    site = await pages();
    place = await placeOf(site);
  });
  afterAll(() => site.close());

  it('can be had as a file that says what it is of, and has no fewer rows than the page', async () => {
    const as = signedIn(site, place);
    const without = new Set<string>();
    let files = 0;
    for (const [persona, addressOf] of looked) {
      const [page, address] = [await as(persona), addressOf(place)];
      await page.goto(`${site.url}${address}`);
      for (const { caption, columns, rows, file } of await page.evaluate<TableOnPage[]>(tablesOf)) {
        if (file === null) {
          without.add(caption);
          continue;
        }
        files += 1;
        const answer = await page.request.get(`${site.url}${file}`);
        const where = { persona, file };
        expect({ ...where, status: answer.status(), type: answer.headers()['content-type'] }).toEqual({
          ...{ ...where, status: 200, type: 'text/csv; charset=utf-8' },
        });
        expect(answer.headers()['content-disposition']).toMatch(/^attachment; filename="[a-z-]+\.csv"$/);
        expectFile(await answer.text(), where, { first: columns[0], rows });
      }
    }
    expect([...without].toSorted()).toEqual(Object.keys(withoutFile).toSorted());
    expect(files).toBeGreaterThan(30);
  });

  /** The file that a page has for all of its tables, by a link or a form, as a browser keeps it. */
  async function kept(
    page: Page,
    press: Locator,
  ): Promise<{ text: string; rows: number; captions: readonly string[] }> {
    const tables = await page.evaluate<TableOnPage[]>(tablesOf);
    const [file] = await Promise.all([page.waitForEvent('download'), press.click()]);
    return {
      text: readFileSync(await file.path(), 'utf8'),
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      captions: [...new Set(tables.map(({ caption }) => caption))],
    };
  }

  it('with which a form is answered can be had as a file too, and nothing of a child is in an address', async () => {
    const as = signedIn(site, place);
    const worker = await as('Social worker');
    await worker.goto(`${site.url}/children`);
    await worker.getByLabel('Family name').fill('Adeyemi');
    await worker.getByRole('button', { name: 'Search', exact: true }).click();
    const found = await kept(worker, worker.getByRole('button', { name: 'Download as CSV' }));
    expectFile(found.text, { of: 'search' }, { first: 'Name', rows: found.rows });

    const clinician = await as('CAMHS clinician');
    await clinician.goto(`${site.url}/waiting-lists?service=CAMHS&status=ACCEPTED_WAITING`);
    for (const at of [0, 1]) await clinician.locator('input[name^="entry-"]').nth(at).check();
    await clinician.getByLabel('Where do they stand now?').selectOption({ label: 'On hold (with a reason)' });
    await clinician.getByRole('textbox', { name: 'Reason' }).fill('The clinic is closed for a week.');
    await clinician.getByRole('button', { name: 'Save' }).click();
    expect(clinician.url()).toMatch(/\/waiting-lists\/several\/[0-9a-f-]{36}$/);
    const several = await kept(clinician, clinician.getByRole('link', { name: /^Download as CSV/ }));
    expectFile(several.text, { of: 'several waits' }, { first: 'Wait', rows: several.rows });
    expect([several.captions, several.rows]).toEqual([['What came of each'], 2]);
    await clinician.reload();
    expect(await clinician.getByRole('heading', { level: 1 }).innerText()).toBe('2 waits of 2 updated');

    const senco = await as('SENCO');
    await senco.goto(`${site.url}/children/${place.child}/actions/new`);
    await senco.getByLabel('What is to be done?').fill('Ring the family.');
    await senco.getByLabel('Who is to do it?').fill('SENCO');
    await senco.getByRole('button', { name: 'Save' }).click();
    await senco.goto(`${site.url}/schools/${place.school}/pack`);
    await senco.getByLabel(/SENCO/).check();
    await senco.getByRole('button', { name: 'Make the pack' }).click();
    const pack = await kept(senco, senco.getByRole('button', { name: /^Download/ }));
    expectFile(pack.text, { of: 'pack' }, { first: 'Child', rows: pack.rows });
    expect(pack.captions).toEqual(['What is still to be done']);
    expect(pack.text).toContain('Ring the family.');
    expect(senco.url()).toBe(`${site.url}/schools/${place.school}/pack`);
  });
});
