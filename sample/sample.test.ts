import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SourceFormat } from '../platform/ingest/record.js';
import { trial } from '../platform/ingest/trial.test-support.js';
import { attendance } from '../subgraphs/education/attendance/source/attendance.js';
import { schoolCalendarOf } from '../subgraphs/education/school-calendar/source/school-calendar.js';
import { suspensions } from '../subgraphs/education/suspension/source/suspensions.js';
import { gias } from '../subgraphs/education/school/source/gias.js';
import { schoolCensus } from '../subgraphs/education/enrolment/source/school-census.js';
import { waitingList } from '../subgraphs/health/waiting-list/source/waiting-list.js';
import { schoolPeopleOf } from '../subgraphs/partnership/school-people/source/school-people.js';
import { caseList } from '../subgraphs/social-care/case-list/source/case-list.js';
import { cinCensus } from '../subgraphs/social-care/yearly-return/source/cin-census/cin-census.js';
import { ssda903 } from '../subgraphs/social-care/yearly-return/source/ssda903/ssda903.js';
import { peps } from '../subgraphs/virtual-school/pep/source/peps.js';
import { writeSample, type SampleReport } from './sample.js';

const asAt = '2026-11-20';
let root: string;
let report: SampleReport;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sample-'));
  report = await writeSample({ children: 300, seed: 1, outDir: join(root, 'one'), asAt });
});
afterAll(() => rm(root, { recursive: true }));

async function bytes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(join(root, folder))).sort();
  const read = async (name: string) => [name, await readFile(join(root, folder, name), 'latin1')] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

async function expectTaken<Fields, Fact>(source: SourceFormat<Fields, Fact>): Promise<void> {
  const paths = report.files.filter((file) => file.source === source.name).map((file) => file.path);
  const { taken, rejected } = await trial(source, paths);
  const found = [...rejected, ...taken.flatMap((record) => record.leftOut)];
  expect(found.map(({ file, rule, reason }) => [basename(file), rule, reason])).toEqual([]);
  expect(taken.length).toBeGreaterThan(0);
}

describe('a sample area', () => {
  it('is the same bytes for the same arguments', async () => {
    await writeSample({ children: 300, seed: 1, outDir: join(root, 'again'), asAt });
    expect(await bytes('again')).toEqual(await bytes('one'));
  });

  it('is another area for another seed, with the same story children', async () => {
    const other = await writeSample({ children: 420, seed: 2, outDir: join(root, 'two'), asAt });
    const [one, two] = [await bytes('one'), await bytes('two')];
    const same = Object.keys(one).filter((name) => one[name] === two[name]);
    expect(same).toEqual(['gias.csv', 'school-calendar.csv', 'school-people.csv']);
    expect(other.stories).toEqual(report.stories);
    for (const { upn, schoolUrn } of report.stories) {
      const rows = (two['school-census.csv'] ?? '').split('\r\n').filter((row) => upn && row.includes(upn));
      expect(rows.some((row) => row.startsWith(schoolUrn ?? ''))).toBe(upn !== undefined && schoolUrn !== undefined);
    }
  });

  it('tells its files, schools, providers and stories', async () => {
    expect(report.files.map(({ source, path }) => `${source} ${basename(path)}`)).toEqual([
      'gias gias.csv',
      'school-calendar school-calendar.csv',
      'school-census school-census.csv',
      'school-people school-people.csv',
      'attendance attendance-2025-26.csv',
      'attendance attendance.csv',
      'suspensions suspensions.csv',
      'case-list case-list.csv',
      'cin-census cin-census.xml',
      'ssda903 ssda903-header.csv',
      'ssda903 ssda903-episodes.csv',
      'waiting-list waiting-list-XAC01.csv',
      'waiting-list waiting-list-XSL02.csv',
      'peps peps.csv',
    ]);
    const written = await bytes('one');
    for (const { path, rows } of report.files.filter((file) => file.path.endsWith('.csv'))) {
      expect((written[basename(path)] ?? '').split('\r\n').length - 2).toBe(rows);
    }
    expect(report.children).toBe(300);
    expect(report.schools[0]).toEqual({ urn: '900001', name: 'Alder Bank Primary School' });
    expect(report.providers.map((provider) => provider.ods)).toEqual(['XAC01', 'XSL02']);
    expect(new Set(report.stories.map((story) => story.key)).size).toBe(13);
  });

  it('is taken whole by the parsers of its sources', async () => {
    await expectTaken(gias);
    const isSchool = (urn: string): boolean => report.schools.some((school) => school.urn === urn);
    await expectTaken(schoolCalendarOf(isSchool));
    await expectTaken(schoolCensus);
    await expectTaken(schoolPeopleOf({ today: asAt, knows: isSchool, toldOn: () => undefined }));
    await expectTaken(attendance);
    await expectTaken(suspensions);
    await expectTaken(caseList);
    await expectTaken(cinCensus);
    await expectTaken(ssda903({ council: '990', year: 2027 }));
    await expectTaken(waitingList);
    await expectTaken(peps);
  });

  it('is the story children alone where no more are asked for, and no fewer', async () => {
    const least = await writeSample({ children: 13, seed: 1, outDir: join(root, 'least'), asAt });
    expect(least.children).toBe(13);
    await expect(writeSample({ children: 12, seed: 1, outDir: join(root, 'few'), asAt })).rejects.toThrow(
      'at least 13',
    );
  });

  it('shows progress to the last child', async () => {
    const seen: number[] = [];
    const onProgress = (written: number) => seen.push(written);
    await writeSample({ children: 150, seed: 1, outDir: join(root, 'progress'), asAt, onProgress });
    expect(seen).toEqual([100, 150]);
  });
});
