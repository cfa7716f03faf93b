import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { linesBefore } from '../../dashboard/csv/csv-file.js';
import { hasBrowser, type Pages, pages, sayWithout } from '../support/browser.js';
import { looked, type Place, placeOf, signedIn } from './looked.js';

sayWithout('every table as a file');
const inBrowser = hasBrowser ? describe : describe.skip;

/**
 * Tables that are to have no file, by their captions, and why: none is. What a form is answered with (whom a search found, what came
 * of several waits, the sheets of a meeting) is at no address that can be looked at.
 */
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
        const lines: string[][] = parse(await answer.text(), { bom: true });
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
        expect({ ...where, first: lines[linesBefore]?.[0] }).toEqual({ ...where, first: columns[0] });
        expect(lines.length - linesBefore - 1).toBeGreaterThanOrEqual(rows);
      }
    }
    expect([...without].toSorted()).toEqual(Object.keys(withoutFile).toSorted());
    expect(files).toBeGreaterThan(30);
  });
});
