import { Column, type ColumnOptions } from 'typeorm';
import type { z } from 'zod';
import { Defect } from '../../errors/hub-error.js';
import { tableOf } from './table.js';

type Named = Pick<ColumnOptions, 'name' | 'nullable' | 'primary'>;

/** What a column of values gives: null among them where it may be. */
type Given<Value, Options extends Named> = Options extends { readonly nullable: true } ? Value | null : Value;

/** Decorates a property that can take what the column gives: one of another type does not compile. */
type Taking<Value> = <Row extends object, Property extends keyof Row & string>(
  row: Row,
  property: [Value] extends [Row[Property]] ? Property : never,
) => void;

/** As `Taking`, and what the column gives is all that the property can be: `string` for a word does not compile. */
type Holding<Value> = <Row extends object, Property extends keyof Row & string>(
  row: Row,
  property: [Value, Row[Property]] extends [Row[Property], Value] ? Property : never,
) => void;

/** Of a value that no code of ours can have written: what is said of it is where it stands, never what it is. */
function unreadable(row: object, property: string, what: string): Defect {
  const { name, columns } = tableOf(row.constructor);
  const column = columns.find((one) => one.property === property)?.name ?? property;
  return new Defect(`A stored ${what} is not one that this version of the hub knows.`, { table: name, column });
}

function parsedColumn(
  type: 'text' | 'jsonb',
  options: Named,
  what: string,
  read: (stored: unknown) => { readonly value: unknown } | null,
): (row: object, property: string) => void {
  return (row, property) => {
    const from = (stored: unknown): unknown => {
      if (stored === null || stored === undefined) return null;
      const known = read(stored);
      if (known === null) throw unreadable(row, property, what);
      return known.value;
    };
    Column(type, { ...options, transformer: { from, to: (value: unknown) => value } })(row, property);
  };
}

/** A column of text that holds one word of a list: an enum's values, or those of a constant list. */
export function Word<Value extends string, const Options extends Named = Named>(
  words: Readonly<Record<string, Value>> | readonly Value[],
  options?: Options,
): Holding<Given<Value, Options>> {
  const known: ReadonlyMap<unknown, Value> = new Map(Object.values(words).map((word) => [word, word]));
  return parsedColumn('text', options ?? {}, 'word', (stored) => {
    const value = known.get(stored);
    return value === undefined ? null : { value };
  });
}

/** A column of JSON, read and written whole. */
export function Document<Value, const Options extends Named = Named>(
  shape: z.ZodType<Value>,
  options?: Options,
): Taking<Given<Value, Options>> {
  return parsedColumn('jsonb', options ?? {}, 'document', (stored) => {
    const read = shape.safeParse(stored);
    return read.success ? { value: read.data } : null;
  });
}
