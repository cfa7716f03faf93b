import { join } from 'node:path';
import { providers, type School } from '../area.js';
import type { AcademicYear } from '../calendar.js';
import type { SampleChild } from '../child.js';
import { returnYear } from '../draw/social-care.js';
import { attendanceLines, attendanceTable } from './attendance.js';
import { caseListLines, caseListTable } from './case-list.js';
import { cinCensusClosing, cinCensusLines, cinCensusOpening } from './cin-census.js';
import { giasLines, giasTable } from './gias.js';
import { pepsLines, pepsTable } from './peps.js';
import { schoolCalendarLines, schoolCalendarTable } from './school-calendar.js';
import { schoolCensusLines, schoolCensusTable } from './school-census.js';
import { episodeLines, episodeTable, headerLines, headerTable } from './ssda903.js';
import { schoolPeopleLines, schoolPeopleOpening } from './school-people.js';
import { suspensionLines, suspensionsTable } from './suspensions.js';
import { TextFile } from './text-file.js';
import { waitingListLines, waitingListTable } from './waiting-list.js';

/** One file of the area. `rows` counts records, the header apart: lines of a CSV, children of the census. */
export interface SampleFile {
  /** The word after `hub ingest`. */
  readonly source: string;
  readonly path: string;
  readonly rows: number;
  /** The year that the source is to be told: where it needs one. */
  readonly year?: number;
}

/** What a file opens and closes with, and what each child adds to it. */
interface Layout {
  readonly source: string;
  readonly name: string;
  readonly encoding?: 'latin1';
  readonly year?: number;
  readonly opening: readonly string[];
  readonly closing?: string;
  readonly linesOf: (child: SampleChild) => readonly string[];
}

/** Every file of one area, open side by side, so that each child is written to all of them and then let go. */
export class AreaFiles {
  private readonly open: readonly { readonly layout: Layout; readonly file: TextFile; rows: number }[];

  constructor(outDir: string, asAt: string, years: readonly AcademicYear[], schools: readonly School[]) {
    this.open = layouts(asAt, years, schools).map((layout) => ({
      layout,
      file: new TextFile(join(outDir, layout.name), layout.encoding),
      rows: Math.max(0, layout.opening.length - 1),
    }));
  }

  async begin(): Promise<void> {
    for (const { layout, file } of this.open) await file.write(layout.opening.join(''));
  }

  async add(child: SampleChild): Promise<void> {
    for (const target of this.open) {
      const lines = target.layout.linesOf(child);
      if (lines.length === 0) continue;
      target.rows += lines.length;
      await target.file.write(lines.join(''));
    }
  }

  async end(): Promise<readonly SampleFile[]> {
    for (const { layout, file } of this.open) {
      await file.write(layout.closing ?? '');
      await file.close();
    }
    return this.open.map(({ layout: { source, year }, file, rows }) => ({
      source,
      path: file.path,
      rows,
      ...(year !== undefined && { year }),
    }));
  }
}

/** What is taken in last: where it has arrived, the whole area has. */
export const lastSource = 'peps';

/** A year that is over has a file of its own. */
const attendanceFile = ({ over, year }: AcademicYear): string =>
  over ? `attendance-${String(year)}-${String((year + 1) % 100).padStart(2, '0')}.csv` : 'attendance.csv';

/** In the order to ingest: schools before rolls, rolls before registers, the case list before what leans on it. */
function layouts(asAt: string, years: readonly AcademicYear[], schools: readonly School[]): readonly Layout[] {
  const csv = (source: string, name: string, opening: readonly string[], linesOf: Layout['linesOf']): Layout => ({
    source,
    name,
    opening,
    linesOf,
  });
  return [
    { ...csv('gias', 'gias.csv', [giasTable.header(), ...giasLines(schools)], () => []), encoding: 'latin1' },
    csv(
      'school-calendar',
      'school-calendar.csv',
      [schoolCalendarTable.header(), ...schoolCalendarLines(years)],
      () => [],
    ),
    csv('school-census', 'school-census.csv', [schoolCensusTable.header()], schoolCensusLines),
    csv('school-people', 'school-people.csv', schoolPeopleOpening(asAt), schoolPeopleLines(asAt)),
    ...years.map((year) =>
      csv('attendance', attendanceFile(year), [attendanceTable.header()], (child) => attendanceLines(child, year)),
    ),
    csv('suspensions', 'suspensions.csv', [suspensionsTable.header()], suspensionLines),
    csv('case-list', 'case-list.csv', [caseListTable.header()], caseListLines),
    {
      source: 'cin-census',
      name: 'cin-census.xml',
      opening: [cinCensusOpening(asAt)],
      closing: cinCensusClosing,
      linesOf: cinCensusLines,
    },
    { ...csv('ssda903', 'ssda903-header.csv', [headerTable.header()], headerLines), year: returnYear(asAt) },
    { ...csv('ssda903', 'ssda903-episodes.csv', [episodeTable.header()], episodeLines), year: returnYear(asAt) },
    ...providers.map(({ ods }) =>
      csv('waiting-list', `waiting-list-${ods}.csv`, [waitingListTable.header()], (child) =>
        waitingListLines(child, ods),
      ),
    ),
    csv(lastSource, 'peps.csv', [pepsTable.header()], pepsLines),
  ];
}
