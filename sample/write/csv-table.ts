import { csvValue } from '../../platform/ingest/csv-value.js';
import type { Column } from '../../platform/ingest/record.js';
import { Defect } from '../../platform/errors/hub-error.js';

/** A row by column name; a column left out is blank. */
export type CsvRow<Columns extends readonly Column[]> = Partial<Record<Columns[number]['name'], string>>;

/** Writes rows as lines of RFC 4180 CSV under the columns that the parser of the same source reads. */
export class CsvTable<Columns extends readonly Column[]> {
  private readonly names: ReadonlySet<string>;

  constructor(private readonly columns: Columns) {
    this.names = new Set(columns.map((column) => column.name));
  }

  header(): string {
    return this.lineOf(this.columns.map((column) => column.name));
  }

  /** Throws Defect for a key that is no column: a parser would never see it. */
  line(row: CsvRow<Columns>): string {
    const values: Readonly<Partial<Record<string, string>>> = row;
    for (const key in values) if (!this.names.has(key)) throw new Defect('No such column.', { column: key });
    return this.lineOf(this.columns.map((column) => values[column.name] ?? ''));
  }

  private lineOf(values: readonly string[]): string {
    return `${values.map(csvValue).join(',')}\r\n`;
  }
}
