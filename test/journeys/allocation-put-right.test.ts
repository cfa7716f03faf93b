import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { testHub, type TestHub } from '../support/hub.js';
import { allocated, type Line, type Pupil, pupil, take } from '../support/partner-files.js';
import { recordId, sees } from '../support/sight.js';

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const worker = (sub: string) => ({ persona: 'social-worker', claims: { sub } }) as const;
const idOf = ({ upn }: Pupil): Promise<string> => recordId(hub, 'case-list:990', `990/C${upn}`);

/** Who of these workers sees the child now. */
async function onCaseload(of: Pupil, ...subs: readonly string[]): Promise<string[]> {
  const id = await idOf(of);
  const found: string[] = [];
  for (const sub of subs) if (await sees(hub, worker(sub), id)) found.push(sub);
  return found;
}

/** From when until when a social worker worked with the child, as the hub has worked it out. */
async function presence(of: Pupil): Promise<[string, string | null][]> {
  const { rows } = await hub.admin.query<{ from: string; until: string | null }>(
    'select held_from "from", held_until until from social_care.social_worker_presence where child_id = $1 order by 1',
    [await idOf(of)],
  );
  return rows.map(({ from, until }) => [from, until]);
}

const list = (...lines: readonly Line[]) => take(hub, 'case-list', lines);

let next = 0;
const newChild = (): Pupil => pupil((next += 1));

describe('an allocation whose first day is put right', () => {
  it.each([
    ['later', '2026-03-09'],
    ['earlier', '2026-02-23'],
    ['months later', '2026-09-07'],
  ])('%s leaves no other open: the end that is told later is the end', async (_, from) => {
    const child = newChild();
    await list(allocated(child, 'a', '2026-03-02'));
    expect(await list(allocated(child, 'a', from))).toMatchObject({ written: 2, unchanged: 0 });
    expect(await onCaseload(child, 'a')).toEqual(['a']);
    expect(await presence(child)).toEqual([[from, null]]);
    await list(allocated(child, 'a', from, '2026-11-16'));
    expect(await onCaseload(child, 'a')).toEqual([]);
    expect(await presence(child)).toEqual([[from, '2026-11-16']]);
  });

  it('to a day that is still to come has not begun', async () => {
    const child = newChild();
    await list(allocated(child, 'a', '2026-03-02'));
    await list(allocated(child, 'a', '2026-12-01'));
    expect(await onCaseload(child, 'a')).toEqual([]);
  });

  it('is told from one that was there before: days that do not overlap are both', async () => {
    const child = newChild();
    await list(allocated(child, 'a', '2026-01-05', '2026-03-02'));
    await list(allocated(child, 'a', '2026-09-07'));
    expect(await presence(child)).toEqual([
      ['2026-01-05', '2026-03-02'],
      ['2026-09-07', null],
    ]);
  });
});

describe('an allocation whose worker is put right', () => {
  it('is no longer the first worker’s, from the very next question', async () => {
    const child = newChild();
    await list(allocated(child, 'a', '2026-03-02'));
    await list(allocated(child, 'b', '2026-03-02'));
    expect(await onCaseload(child, 'a', 'b')).toEqual(['b']);
  });

  it('is told from a handover, and from two who work together', async () => {
    const child = newChild();
    await list(allocated(child, 'a', '2026-03-02'));
    await list(allocated(child, 'b', '2026-10-05'));
    expect(await onCaseload(child, 'a', 'b')).toEqual(['a', 'b']);
    await list(allocated(child, 'a', '2026-03-02'), allocated(child, 'c', '2026-03-02'));
    expect(await onCaseload(child, 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
  });

  it('does not depend on how the file was cut: two who work together stay two, given twice', async () => {
    const child = newChild();
    const file = [
      allocated(child, 'a', '2026-03-02'),
      allocated(newChild(), 'a', '2026-03-02'),
      allocated(child, 'b', '2026-03-02'),
      allocated(child, 'd', '2026-09-07', '2026-10-05'),
    ];
    const cut = { batch: { people: 1, facts: 1 } };
    await take(hub, 'case-list', file, cut);
    expect(await onCaseload(child, 'a', 'b')).toEqual(['a', 'b']);
    await take(hub, 'case-list', file, cut);
    expect(await onCaseload(child, 'a', 'b')).toEqual(['a', 'b']);
    expect(await list(...file)).toMatchObject({ written: 0, unchanged: 4 });
  });
});

describe('an allocation that overlaps another of its list, of the same worker', () => {
  it.each([
    ['swallowed by it', '2026-04-06', '2026-05-04'],
    ['begun before it ended', '2026-08-31', ''],
  ])('%s is rejected by rule, and the one begun before stands', async (_, from, until) => {
    const child = newChild();
    const folder = mkdtempSync(path.join(tmpdir(), 'hub-overlap-'));
    const file = path.join(folder, 'cases.csv');
    const lines = [allocated(child, 'a', from, until), allocated(child, 'a', '2026-03-02', '2026-09-07')];
    const columns = Object.keys(lines[0] ?? {});
    const rows = lines.map((line) => columns.map((column) => line[column] ?? ''));
    writeFileSync(file, [columns, ...rows].map((row) => `${row.join(',')}\n`).join(''));
    const counts = await ingestFiles(hub.assembly, 'case-list', [file], {});
    expect(counts.rejected).toEqual({ 'overlaps-an-earlier-row': 1 });
    expect(await presence(child)).toEqual([['2026-03-02', '2026-09-07']]);
  });
});

describe('an allocation that is taken back', () => {
  it('with no day never was', async () => {
    const child = newChild();
    await list(allocated(child, 'a', '2026-11-20'));
    expect(await onCaseload(child, 'a')).toEqual(['a']);
    expect(await list(allocated(child, 'a', '2026-11-20', '2026-11-20'))).toMatchObject({ written: 1, unchanged: 0 });
    expect(await onCaseload(child, 'a')).toEqual([]);
    expect(await presence(child)).toEqual([]);
    expect(await list(allocated(child, 'a', '2026-11-20', '2026-11-20'))).toMatchObject({ written: 0, unchanged: 1 });
  });

  it('is not what a list says that only leaves it out', async () => {
    const child = newChild();
    await list(allocated(child, 'a', '2026-03-02'));
    await list(allocated(newChild(), 'a', '2026-03-02'));
    await list(allocated(child, '', '', '', { worker_name: '' }));
    expect(await onCaseload(child, 'a')).toEqual(['a']);
  });
});
