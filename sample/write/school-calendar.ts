import { columns } from '../../subgraphs/education/school-calendar/source/columns.js';
import { council } from '../area.js';
import type { AcademicYear } from '../calendar.js';
import { CsvTable } from './csv-table.js';

export const schoolCalendarTable = new CsvTable(columns);

/** The terms, holidays and INSET days that all schools of the area keep, of whole years. */
export const schoolCalendarLines = (years: readonly AcademicYear[]): readonly string[] =>
  years
    .flatMap(({ calendar }) => calendar)
    .map(({ kind, from, until }) => schoolCalendarTable.line({ area: council.code, from, until, kind }));
