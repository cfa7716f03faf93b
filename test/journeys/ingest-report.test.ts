import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { rejectLines } from '../../cli/ingest-report.js';
import { digestsOf } from '../support/digests.js';
import { testHub, type TestHub } from '../support/hub.js';

const header =
  'urn,upn,former_upn,surname,forename,preferred_forename,former_surname,dob,sex,postcode,nc_year,enrol_status,entry_date,leaving_date,sen_provision,sen_need_primary,sen_need_secondary,fsm,adopted_from_care';
const good = '900001,N990200121001,,Okafor,Thaddeus,,,2015-02-11,M,ZZ99 3CZ,5,C,2019-09-04,,K,SLCN,,1,N';
const csv = (...rows: readonly string[]): string => [header, ...rows, ''].join('\n');

const dir = mkdtempSync(path.join(tmpdir(), 'hub-told-'));
chmodSync(dir, 0o755);
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('what a data manager is told of a file', () => {
  let hub: TestHub;
  let told: string[];

  beforeEach(async () => {
    hub = await testHub();
    told = [];
  });
  afterEach(() => hub.close());

  function take(content: string, name = 'census.csv', options: { dryRun?: boolean; source?: string } = {}) {
    const file = path.join(dir, name);
    writeFileSync(file, content);
    const { source = 'school-census', dryRun } = options;
    return ingestFiles(hub.assembly, source, [file], {
      dryRun,
      onFaults: (faults) => {
        told = [...rejectLines(faults)];
      },
    });
  }

  const rowsOf = async <Row extends object>(sql: string): Promise<Row[]> => (await hub.admin.query<Row>(sql)).rows;
  const rejects = () =>
    rowsOf<{ file: string; line: number; rule: string; reason: string; whole: boolean }>(
      'select file, line, rule, reason, whole from education.reject order by file, line, rule, reason',
    );
  const receipts = () => rowsOf('select source from education.source_receipt');
  const provisions = () => rowsOf<{ sen_provisions: unknown }>('select sen_provisions from education.enrolment');

  it('counts whole records and parts left out apart, and lists both by line, without a value', async () => {
    const counts = await take(
      csv(good, good.replace('N990200121001', 'A990200121001'), good.replace('2019-09-04', '04/09/2019')),
    );
    expect(counts).toMatchObject({
      read: 3,
      rejected: { 'date-not-iso': 1 },
      rejectedRecords: 1,
      leftOut: { 'upn-check-letter': 1 },
    });
    expect(told.map((line) => line.replace(dir, ''))).toEqual([
      'file,line,rule,reason,whole\n',
      '/census.csv,3,upn-check-letter,The check letter of upn is wrong.,false\n',
      '/census.csv,4,date-not-iso,entry_date is not a date written yyyy-mm-dd.,true\n',
    ]);
    expect(await rejects()).toMatchObject([
      { file: 'census.csv', line: 3, rule: 'upn-check-letter', whole: false },
      { file: 'census.csv', line: 4, rule: 'date-not-iso', whole: true },
    ]);
  });

  it.each([
    ['there is no record in it', csv(), /^Nothing was taken: there is no record in .*census\.csv\.$/],
    [
      'every record is rejected',
      csv(good.replace('2015-02-11', '11/02/2015')),
      /^Nothing was taken: every record of .* was rejected \(date-not-iso 1\)\.$/,
    ],
    ['it is of children who are not born', csv(good.replace('2015-02-11', '2030-01-01')), /birth-date-out-of-range 1/],
    ['its name turns the direction', csv(good.replace('Thaddeus', '\u202ETamsin')), /hidden-characters 1/],
    ['a name is endless', csv(good.replace('Thaddeus', 'T'.repeat(5_000))), /too-long 1/],
  ])('is refused where %s, and its source does not look as if it had arrived', async (_why, content, sentence) => {
    for (const dryRun of [true, false])
      await expect(take(content, 'census.csv', { dryRun })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringMatching(sentence),
      });
    expect(await receipts()).toEqual([]);
    expect(await rowsOf('select from partnership.child')).toEqual([]);
    expect(await rejects()).toHaveLength(content === csv() ? 0 : 1);
  });

  it('is refused where the file was cut off in a row: nothing of it is written', async () => {
    const cut = `${csv(good)}900001,Z990200122001,,Petrov,Mila,,,2014-05-06,F,ZZ9`;
    await expect(take(cut)).rejects.toThrow(/has been cut off: its last line, 3,/);
    expect(await rowsOf('select from partnership.child')).toEqual([]);
  });

  it('is what its last file of the name says: what was put right is gone, a new fault has its own reason', async () => {
    await take(csv(good, good.replace('2015-02-11', '11/02/2015')));
    expect(await rejects()).toMatchObject([{ line: 3, reason: 'dob is not a date written yyyy-mm-dd.' }]);
    await take(csv(good, good.replace('2019-09-04', '04/09/2019')));
    expect(await rejects()).toMatchObject([{ line: 3, reason: 'entry_date is not a date written yyyy-mm-dd.' }]);
    await take(csv(good.replace('2019-09-04', '04/09/2019'), good), 'other.csv');
    await take(csv(good));
    expect(await rejects()).toMatchObject([{ file: 'other.csv', line: 2 }]);
  });

  it('is put right too where nothing of the file could be taken', async () => {
    await expect(take(csv(good.replace('2015-02-11', '11/02/2015')))).rejects.toThrow('Nothing was taken');
    await expect(take(csv(good.replace('2019-09-04', '04/09/2019')))).rejects.toThrow('Nothing was taken');
    expect(await rejects()).toMatchObject([{ line: 2, reason: 'entry_date is not a date written yyyy-mm-dd.' }]);
  });

  it('names two faults of one row by one rule', async () => {
    await take(csv(good, good.replace('Okafor,Thaddeus', ',')));
    expect((await rejects()).map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'forename is required and is blank.'],
      [3, 'surname is required and is blank.'],
    ]);
  });

  it('is work, not meaning: a digest says of a correction that it restored the state', async () => {
    await take(csv(good));
    const before = await digestsOf(hub);
    await take(csv(good, good.replace('2015-02-11', '11/02/2015')));
    expect(await digestsOf(hub)).toEqual(before);
  });

  it('rejects the row that contradicts an earlier one, so that the good file leaves one provision', async () => {
    const counts = await take(csv(good, good.replace(',K,', ',E,')));
    expect(counts.rejected).toEqual({ 'contradicts-an-earlier-row': 1 });
    expect(await rejects()).toMatchObject([{ line: 3, reason: expect.stringContaining('Line 2 ') }]);
    await take(csv(good), 'good.csv');
    expect(await provisions()).toEqual([{ sen_provisions: [{ provision: 'SEN_SUPPORT', from: '2019-09-04' }] }]);
  });

  it('takes an identical row twice as said once', async () => {
    expect(await take(csv(good, good))).toMatchObject({ read: 2, rejected: {}, written: 2, rejectedRecords: 0 });
    expect(await rowsOf('select from education.enrolment')).toHaveLength(1);
  });

  it('is, of a dry run, what the ingest itself will count; and nothing is kept of it but that it was asked', async () => {
    const rows = csv(good, good.replace('N990200121001', 'A990200121001'), good.replace(',K,', ',Q,'));
    const empty = await digestsOf(hub);
    const { dryRun, ...tried } = await take(rows, 'census.csv', { dryRun: true });
    expect(dryRun).toEqual({ exact: true });
    expect(tried).toMatchObject({ read: 3, written: 2, rejectedRecords: 1, leftOut: { 'upn-check-letter': 1 } });
    expect(await digestsOf(hub)).toEqual(empty);
    for (const nothing of ['education.outbox', 'education.reject', 'education.source_receipt', 'access.relationship'])
      expect(await rowsOf(`select from ${nothing}`)).toEqual([]);
    expect(
      await rowsOf(`select domain, operation from access.audit where act = 'WRITE' order by domain, operation`),
    ).toMatchObject([{ domain: 'EDUCATION', operation: 'ingest' }, ...(await resolvings())]);
    expect(await take(rows)).toEqual(tried);
    expect(await take(rows, 'census.csv', { dryRun: true })).toMatchObject({
      written: 0,
      unchanged: 2,
      review: tried.review,
    });
    await take('source,source_key,reason\nschool-census:900001,N990200121001,ERASURE_REQUEST\n', 'gone.csv', {
      dryRun: true,
      source: 'deletions',
    });
    expect(await take(rows)).toMatchObject({ written: 0, unchanged: 2, rejected: { 'sen-provision-unknown': 1 } });
  });

  const resolvings = () =>
    rowsOf(`select domain, operation from access.audit where act = 'WRITE' and domain = 'PARTNERSHIP' order by seq`);

  it('says of a dry run of several batches that it is not exact', async () => {
    const other = good.replace('N990200121001', 'Z990200122001').replace('Okafor,Thaddeus', 'Petrov,Mila');
    const file = path.join(dir, 'two.csv');
    writeFileSync(file, csv(good, other));
    const counts = await ingestFiles(hub.assembly, 'school-census', [file], {
      dryRun: true,
      batch: { people: 1, facts: 10 },
    });
    expect(counts).toMatchObject({ written: 2, dryRun: { exact: false } });
  });

  it('names of several files the one that gave nothing', async () => {
    const [one, two] = [path.join(dir, 'one.csv'), path.join(dir, 'none.csv')];
    writeFileSync(one, csv(good));
    writeFileSync(two, csv());
    expect((await ingestFiles(hub.assembly, 'school-census', [one, two])).nothingOf).toEqual([two]);
  });

  it('names both rows of a number that two people were given, and takes both', async () => {
    const other = good.replace('Okafor,Thaddeus', 'Lindqvist,Ottilie').replace('2015-02-11,M', '2013-07-30,F');
    expect(await take(csv(good, other))).toMatchObject({ rejected: {}, leftOut: { 'number-disputed': 2 } });
    expect((await rejects()).map(({ line, whole }) => [line, whole])).toEqual([
      [2, false],
      [3, false],
    ]);
    expect(await rowsOf('select from partnership.child')).toHaveLength(2);
  });

  it('names a record that comes back after its deletion by its line', async () => {
    await take(csv(good));
    await take('source,source_key,reason\nschool-census:900001,N990200121001,ERASURE_REQUEST\n', 'gone.csv', {
      source: 'deletions',
    });
    expect(await take(csv(good, good))).toMatchObject({ rejected: { 'deleted-by-source': 2 }, rejectedRecords: 2 });
    expect((await rejects()).map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'deleted-by-source'],
      [3, 'deleted-by-source'],
    ]);
  });

  it('rejects marks of days that cannot be', async () => {
    await take(csv(good));
    const marks = (date: string): string =>
      `urn,upn,surname,forename,dob,date,am,pm\n900001,N990200121001,Okafor,Thaddeus,2015-02-11,${date},/,\\\n`;
    for (const date of ['2099-01-05', '1999-01-05', '2026-11-23'])
      await expect(take(marks(date), 'marks.csv', { source: 'attendance' })).rejects.toThrow(
        'school-day-out-of-range 1',
      );
    expect(await take(marks('2026-11-20'), 'marks.csv', { source: 'attendance' })).toMatchObject({ written: 1 });
  });
});
