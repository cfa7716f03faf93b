import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { groups } from './groups.js';
import { agencies } from './person.js';
import { personColumns, personTable } from './person-table.js';
import { drawnChildren, writePersons, type DrawnChild, type PersonsReport } from './write-persons.js';

type Row = Readonly<Record<string, string>>;

const asAt = '2026-11-20';
const children = 1500;
const seed = 7;
let root: string;
let report: PersonsReport;
let drawn: readonly DrawnChild[];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'persons-'));
  report = await writePersons({ children, seed, outDir: join(root, 'one'), asAt });
  drawn = [...drawnChildren(children, seed, asAt)];
});
afterAll(() => rm(root, { recursive: true }));

const text = (folder: string, name: string): Promise<string> => readFile(join(root, folder, name), 'utf8');
const rows = async (name: string): Promise<Row[]> => parse(await text('one', name), { columns: true });
const records = async (): Promise<Row[]> => (await Promise.all(agencies.map((agency) => rows(`${agency}.csv`)))).flat();

/** Written the long way from domain.md §1.7, apart from the subject. */
function upnHolds(value: string): boolean {
  const sum = Array.from(value.slice(1)).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return /^[A-HJ-NP-RT-Z]\d{12}$/.test(value) && 'ABCDEFGHJKLMNPQRTUVWXYZ'.charAt(sum % 23) === value.charAt(0);
}

function nhsNumberHolds(value: string): boolean {
  const sum = Array.from(value).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return /^\d{10}$/.test(value) && sum % 11 === 0;
}

/** By the text of the record alone, whose it is; null where two children's records read the same. */
function owners(): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  for (const [number, { records: written }] of drawn.entries())
    for (const { record } of written) {
      const line = personTable.line(record);
      found.set(line, (found.get(line) ?? number) === number ? number : null);
    }
  return found;
}

describe('a sample of persons', () => {
  it('is the same bytes for the same arguments, and others for another seed', async () => {
    await writePersons({ children, seed, outDir: join(root, 'again'), asAt });
    await writePersons({ children, seed: 8, outDir: join(root, 'other'), asAt });
    const names = await readdir(join(root, 'one'));
    expect(names.sort()).toEqual(['education.csv', 'groups.csv', 'health.csv', 'social-care.csv', 'truth.csv']);
    for (const name of names) {
      const one = await text('one', name);
      expect((await text('again', name)) === one).toBe(true);
      expect((await text('other', name)) === one).toBe(false);
    }
  });

  it('has every field that the matcher knows, and an id of its own on every record', async () => {
    const header = 'id,given,family,previousFamily,dateOfBirth,sex,postcode,address,town,email,phone,upn,nhsNumber';
    expect(personColumns.map((column) => column.name).join(',')).toBe(header);
    for (const agency of agencies) expect((await text('one', `${agency}.csv`)).startsWith(`${header}\r\n`)).toBe(true);
    const ids = (await records()).map((row) => row['id'] ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[EHS]\d{6}$/.test(id))).toEqual([]);
  });

  it('tells nothing of the child by the order of records', async () => {
    const whose = owners();
    const education = (await rows('education.csv')).map((row) => whose.get(personTable.line({ ...row, id: '' })));
    const known = education.filter((owner) => typeof owner === 'number');
    const rising = known.filter((owner, index) => index > 0 && owner > (known[index - 1] ?? 0)).length;
    expect(rising / known.length).toBeGreaterThan(0.45);
    expect(rising / known.length).toBeLessThan(0.55);
  });

  it('has as truth every pair of records of one child, and no other', async () => {
    const whose = owners();
    const all = (await records()).map((row) => ({
      id: row['id'],
      owner: whose.get(personTable.line({ ...row, id: '' })),
    }));
    expect(all.filter(({ owner }) => typeof owner !== 'number')).toEqual([]);
    const expected: string[] = [];
    for (const left of all)
      for (const right of all)
        if (left !== right && left.owner === right.owner && (left.id ?? '') < (right.id ?? ''))
          expected.push(`${left.id ?? ''},${right.id ?? ''}`);
    const [header, ...truth] = (await text('one', 'truth.csv')).trimEnd().split('\r\n');
    expect(header).toBe('left,right');
    expect(truth.sort()).toEqual(expected.sort());
    expect(report.truePairs).toBe(truth.length);
  });

  it('names for every record the groups of its child', async () => {
    const whose = owners();
    const written = await rows('groups.csv');
    const ownerOf = new Map(
      (await records()).map((row) => [row['id'], whose.get(personTable.line({ ...row, id: '' }))]),
    );
    for (const group of groups) {
      const ids = written.filter((row) => row['group'] === group).map((row) => row['id']);
      const members = drawn.filter((one) => one.records.length > 0 && one.groups.includes(group));
      expect(ids.length).toBe(members.reduce((sum, one) => sum + one.records.length, 0));
      expect(new Set(ids.map((id) => ownerOf.get(id))).size).toBe(members.length);
      expect(report.groups[group]).toBe(members.length);
    }
  });

  it('has no identifier that holds outside the test ranges, and none that two children have by right', async () => {
    const all = await records();
    const nhsNumbers = all.map((row) => row['nhsNumber'] ?? '').filter(nhsNumberHolds);
    expect(nhsNumbers.filter((value) => !value.startsWith('999'))).toEqual([]);
    const upns = all.map((row) => row['upn'] ?? '').filter((value) => value !== '');
    expect(upns.filter((value) => value.slice(1, 4) !== '990')).toEqual([]);
    const right = drawn.map(({ child }) => child);
    const given = [...right.map((child) => child.nhsNumber), ...right.flatMap((child) => child.upn ?? [])];
    expect(new Set(given).size).toBe(given.length);
    expect(right.filter((child) => !nhsNumberHolds(child.nhsNumber))).toEqual([]);
    expect(right.filter(({ upn }) => upn !== null && !upnHolds(upn))).toEqual([]);
  });

  it('refuses no children, and more than there are identifiers for', async () => {
    for (const many of [0, 1.5, 300_001]) {
      const asked = writePersons({ children: many, seed, outDir: join(root, 'none'), asAt });
      await expect(asked).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
    const one = await writePersons({ children: 1, seed, outDir: join(root, 'single'), asAt });
    expect(one.children).toBe(1);
  });

  it('shows progress to the last child', async () => {
    const seen: number[] = [];
    const onProgress = (done: number) => seen.push(done);
    await writePersons({ children, seed, outDir: join(root, 'progress'), asAt, onProgress });
    expect(seen).toEqual([1000, 1500]);
  });
});
