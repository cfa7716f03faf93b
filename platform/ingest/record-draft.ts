import { type DateBounds, type DateKind, rangeFault } from './bounds.js';
import { isoDate, type DateForm } from './plain-date.js';
import type { MapResult, Omission, Parsed, PersonEvidence, Place, Rejection } from './record.js';

/** What some columns of the last row said, and what was made of it. */
interface RowBefore {
  readonly columns: readonly string[];
  readonly words: readonly string[];
  readonly value: unknown;
}

/** By the reading of files that the row is of: each has bounds of its own. */
const rowsBefore = new WeakMap<DateBounds, RowBefore>();

/**
 * A record on its way from fields to facts. Every reading that fails is noted and answers with a blank, so that a
 * mapper reads straight down and a sender hears of every fault of a record at once; `finish` then drops the facts
 * of a rejected record.
 */
export class RecordDraft<Name extends string> {
  private readonly rejected: Rejection[] = [];
  private readonly leftOut: Omission[] = [];

  constructor(
    private readonly parsed: Parsed<Readonly<Record<Name, string>>>,
    private readonly bounds: DateBounds,
  ) {}

  /** Refuses the whole record. The reason is a sentence without any value of the record. */
  reject(rule: string, reason: string): void {
    this.rejected.push({ ...this.place, rule, reason, whole: true });
  }

  /** Takes the record without one of its parts. */
  leaveOut(rule: string, reason: string): void {
    this.leftOut.push({ ...this.place, rule, reason, whole: false });
  }

  /** What is read of a column that a file may lack altogether; undefined where it does, which says nothing. */
  ifToldOf<Column extends Name, Value>(column: Column, read: (column: Column) => Value): Value | undefined {
    return this.parsed.lacks?.has(column) === true ? undefined : read(column);
  }

  text(column: Name): string | null {
    const value = this.parsed.fields[column];
    return value === '' ? null : value;
  }

  required(column: Name): string {
    const value = this.parsed.fields[column];
    if (value === '') this.reject('required-missing', `${column} is required and is blank.`);
    return value;
  }

  /** As `yyyy-mm-dd`; null where blank. A value that is not a date, or cannot be one of its kind, rejects the record. */
  date(column: Name, kind: DateKind, form: DateForm = isoDate): string | null {
    const read = this.read(column, kind, form);
    if (read === null || 'date' in read) return read?.date ?? null;
    this.reject(read.rule, read.reason);
    return null;
  }

  requiredDate(column: Name, kind: DateKind, form: DateForm = isoDate): string {
    return this.required(column) === '' ? '' : (this.date(column, kind, form) ?? '');
  }

  /** Looks at a date that is not kept: one that is wrong is named as left out, and the record is taken. */
  unkeptDate(column: Name, kind: DateKind, form: DateForm = isoDate): void {
    const read = this.read(column, kind, form);
    if (read !== null && 'rule' in read) this.leaveOut(read.rule, read.reason);
  }

  /** Rejects a day before the person was born. */
  notBeforeBirth(dateOfBirth: string, on: string, columns: readonly [Name, Name]): void {
    if (dateOfBirth !== '' && on !== '' && on < dateOfBirth) {
      this.reject('before-birth', `${columns[1]} is before ${columns[0]}.`);
    }
  }

  /**
   * What is read of some columns. In registers the rows of one person follow one another: what was made of the row before is
   * taken where these columns say the same again, unless there was a fault in them, which is to be told of every row.
   */
  asBefore<Value>(columns: readonly Name[], read: () => Value): Value {
    const { fields } = this.parsed;
    const before = rowsBefore.get(this.bounds);
    if (before?.columns === columns && columns.every((column, at) => fields[column] === before.words[at]))
      return before.value as Value;
    const faults = this.rejected.length + this.leftOut.length;
    const value = read();
    if (this.rejected.length + this.leftOut.length === faults)
      rowsBefore.set(this.bounds, { columns, words: columns.map((column) => fields[column]), value });
    return value;
  }

  /** What a published code stands for; null where blank. An unknown code rejects the record under `rule`. */
  code<Meaning>(column: Name, meanings: Readonly<Record<string, Meaning>>, rule: string): Meaning | null {
    const value = this.text(column);
    if (value === null) return null;
    if (Object.hasOwn(meanings, value)) return meanings[value] ?? null;
    this.reject(rule, `${column} is not one of its codes.`);
    return null;
  }

  /** A required value of a given shape, or blank with the record rejected under `rule`. */
  shaped(column: Name, shape: RegExp, rule: string, form: string): string {
    const value = this.required(column);
    if (value === '' || shape.test(value)) return value;
    this.reject(rule, `${column} is not ${form}.`);
    return '';
  }

  /** Rejects an interval `[from, until)` that holds no day. */
  interval(from: string, until: string | null, columns: readonly [Name, Name]): void {
    if (from !== '' && until !== null && until <= from) {
      this.reject('interval-empty', `${columns[1]} is not after ${columns[0]}.`);
    }
  }

  finish<Fact>(person: PersonEvidence | null, facts: readonly Fact[]): MapResult<Fact> {
    if (this.rejected.length > 0) return { rejected: this.rejected };
    const { file, line } = this.parsed;
    return { taken: { place: { file, line }, person, facts, leftOut: this.leftOut } };
  }

  private read(
    column: Name,
    kind: DateKind,
    form: DateForm,
  ): { readonly date: string } | { readonly rule: string; readonly reason: string } | null {
    const value = this.text(column);
    if (value === null) return null;
    const date = form.read(value);
    if (date === null) return { rule: form.rule, reason: `${column} is not a date written ${form.form}.` };
    return rangeFault(this.bounds[kind], column, date) ?? { date };
  }

  private get place(): Place {
    return { file: this.parsed.file, line: this.parsed.line };
  }
}
