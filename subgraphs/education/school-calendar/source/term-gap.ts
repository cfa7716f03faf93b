import { isoDate } from '../../../../platform/ingest/plain-date.js';
import type { Parsed, Rejection } from '../../../../platform/ingest/record.js';
import { isGap } from '../calendar-weeks.js';
import { type CalendarFields, parseRows } from './parse.js';

type Row = Parsed<CalendarFields> | Rejection;

const isTerm = (row: Row): row is Parsed<CalendarFields> => 'fields' in row && row.fields.kind === 'TERM';

const calendarOf = ({ fields: { urn, area } }: Parsed<CalendarFields>): string => `${urn} ${area}`;

/** By calendar, the first day of the term before which one is missing. */
function gapsIn(rows: readonly Row[]): ReadonlyMap<string, string> {
  const terms = rows
    .filter(isTerm)
    .filter(({ fields: { from, until } }) => isoDate.read(from) !== null && isoDate.read(until) !== null)
    .sort((a, b) => (a.fields.from < b.fields.from ? -1 : 1));
  const ends = new Map<string, string>();
  const gaps = new Map<string, string>();
  for (const term of terms) {
    const calendar = calendarOf(term);
    const { from, until } = term.fields;
    const end = ends.get(calendar);
    if (end !== undefined && isGap(end, from) && !gaps.has(calendar)) gaps.set(calendar, from);
    if (end === undefined || until > end) ends.set(calendar, until);
  }
  return gaps;
}

const missing = ({ file, line }: Row): Rejection => ({
  ...{ file, line, whole: true },
  rule: 'term-missing',
  reason: 'More than eight weeks before this term, or one before it, are in no term of the file: one is missing.',
});

/**
 * Reads files of calendars whole, one after the other: from the first term before which another is missing, no term of that
 * calendar is taken, for days between would be told as a holiday.
 */
export async function* parse(files: readonly string[]): AsyncGenerator<readonly Row[]> {
  for (const file of files) {
    const rows: Row[] = [];
    for await (const piece of parseRows([file])) rows.push(...piece);
    const gaps = gapsIn(rows);
    yield rows.map((row) => {
      const gap = isTerm(row) ? gaps.get(calendarOf(row)) : undefined;
      return isTerm(row) && gap !== undefined && row.fields.from >= gap ? missing(row) : row;
    });
  }
}
