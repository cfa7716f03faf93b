import path from 'node:path';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { type CsvRow, readRows } from '../../platform/ingest/csv-row.js';
import type { Person } from './matcher.js';
import { BirthDates } from './birth-dates.js';
import { type Columns, columnsOf } from './columns.js';
import { type FieldMap, personFields } from './field-map.js';

/** How often each rule was met. */
export type Counts = Readonly<Partial<Record<string, number>>>;

/** What was read of one person file: records in all and taken, records rejected and parts left out, by rule. */
export interface FileReport {
  readonly file: string;
  readonly rows: number;
  readonly taken: number;
  readonly rejected: Counts;
  readonly leftOut: Counts;
  readonly ignoredHeaders: readonly string[];
}

/** The people of one file, their ids different from one another. */
export interface PeopleRead {
  readonly people: readonly Person[];
  readonly report: FileReport;
}

/** In characters: no name is longer, and comparing costs its square. */
const longestName = 100;

class PeopleReader {
  private readonly lines = new Map<string, number>();
  private readonly drafts: Person[] = [];
  private readonly rejected: Partial<Record<string, number>> = {};
  private readonly leftOut: Partial<Record<string, number>> = {};
  private rows = 0;

  constructor(
    private readonly file: string,
    private readonly columns: Columns,
  ) {}

  take(row: CsvRow): void {
    this.rows += 1;
    if (row.cells.length !== this.columns.width) {
      count(this.rejected, 'row-shape');
      return;
    }
    const person = this.personOf(row.cells);
    this.refuseSecond(person.id, row.line);
    const rule = faultOf(person);
    if (rule) count(this.rejected, rule);
    else this.drafts.push(person);
  }

  /** Dates of birth are read last: which form they have only the whole file says. */
  close(today: string): PeopleRead {
    if (this.rows === 0) throw new InvalidInput(`${this.file} has a header and no rows.`, { file: this.file });
    const dates = new BirthDates(
      this.drafts.flatMap(({ dateOfBirth }) => dateOfBirth ?? []),
      today,
    );
    if (dates.monthFirst)
      throw new InvalidInput(
        `The dates of birth in ${this.file} seem to be written month first: write them YYYY-MM-DD.`,
        { file: this.file },
      );
    const people = this.drafts.map((person) => this.dated(person, dates));
    const { file, rows, rejected, leftOut } = this;
    if (people.length === 0)
      throw new InvalidInput(`Every row of ${file} was rejected (${inWords(rejected)}).`, { file });
    return {
      people,
      report: { file, rows, taken: people.length, rejected, leftOut, ignoredHeaders: this.columns.ignored },
    };
  }

  private personOf(cells: readonly string[]): Person {
    const person: { -readonly [Field in keyof Person]?: Person[Field] } = {};
    for (const field of personFields) {
      const at = this.columns.positions.get(field);
      const value = at === undefined ? '' : (cells[at]?.trim() ?? '');
      if (field === 'id') person.id = value || `${path.basename(this.file)}:${this.rows}`;
      else person[field] = value || null;
    }
    return person as Person;
  }

  private refuseSecond(id: string, line: number): void {
    const first = this.lines.get(id);
    if (first !== undefined)
      throw new InvalidInput(`${this.file} line ${line}: the id is the same as on line ${first}.`, {
        file: this.file,
        line,
      });
    this.lines.set(id, line);
  }

  private dated(person: Person, dates: BirthDates): Person {
    if (person.dateOfBirth === null) return person;
    const read = dates.read(person.dateOfBirth);
    if ('leftOut' in read) count(this.leftOut, read.leftOut);
    return { ...person, dateOfBirth: 'date' in read ? read.date : null };
  }
}

function count(counts: Partial<Record<string, number>>, rule: string): void {
  counts[rule] = (counts[rule] ?? 0) + 1;
}

/** `date-form 12, row-shape 1`. */
export function inWords(counts: Counts): string {
  return Object.entries(counts)
    .map(([rule, n]) => `${rule} ${n ?? 0}`)
    .join(', ');
}

function faultOf(person: Person): string | null {
  if (personFields.every((field) => field === 'id' || person[field] === null)) return 'row-empty';
  const names = [person.given, person.family, person.previousFamily];
  return names.some((name) => (name?.length ?? 0) > longestName) ? 'name-too-long' : null;
}

/** U+FFFD stands where bytes were not UTF-8. */
function refuseNonText(file: string, { line, cells }: CsvRow): void {
  if (cells.some((cell) => cell.includes('\uFFFD') || cell.includes('\u0000')))
    throw new InvalidInput(`${file} line ${line} is not UTF-8 text: save the file as CSV UTF-8.`, { file, line });
}

/**
 * Reads the people of one CSV file (UTF-8, comma-separated). A row that cannot be judged is rejected and counted by
 * rule; throws InvalidInput, in one sentence without a value of anybody's, where the file as a whole cannot be used.
 * `today` is an ISO date.
 */
export async function readPeople(file: string, map: FieldMap, today: string): Promise<PeopleRead> {
  let reader: PeopleReader | undefined;
  for await (const row of readRows(file, 'utf-8')) {
    refuseNonText(file, row);
    if (reader) reader.take(row);
    else {
      const header = row.cells.map((cell) => cell.trim());
      reader = new PeopleReader(file, columnsOf(file, header, map));
    }
  }
  if (!reader) throw new InvalidInput(`${file} is empty.`, { file });
  return reader.close(today);
}
