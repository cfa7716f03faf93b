import { Defect } from '../errors/hub-error.js';
import type { Query } from './query.js';
import { Columns, type RowClass } from './table/columns.js';
import { type StoredColumn, tableOf } from './table/table.js';

/** What each of some columns is to be: a value, or words of SQL that name no value, as `() => 'ctx.now()'`. */
export type Changes<Row> = { readonly [Property in keyof Row]?: Row[Property] | (() => string) };

/** The columns that an object names, in its own order: their number is small, and much the same each time. */
function named(row: unknown, by: object): { readonly column: StoredColumn; readonly value: unknown }[] {
  const { name: table, columns } = tableOf(row);
  return Object.entries(by as Readonly<Record<string, unknown>>)
    .filter(([, value]) => value !== undefined)
    .map(([property, value]) => {
      const column = columns.find((one) => one.property === property);
      if (!column) throw new Defect('A row is asked for by a column that it does not have.', { table });
      return { column, value: column.type === 'jsonb' && typeof value !== 'function' ? JSON.stringify(value) : value };
    });
}

/** The conditions of a statement that has so many values already. */
function condition(row: unknown, where: object, after: number) {
  const keys = named(row, where);
  if (keys.length === 0) throw new Defect('Rows are asked for without saying which.', { table: tableOf(row).name });
  const text = keys.map(({ column }, at) => `held."${column.name}" = $${String(after + at + 1)}`).join(' and ');
  return { text, values: keys.map(({ value }) => value) };
}

/** One row, held until the transaction ends; null where there is none to be seen. */
export async function findForUpdate<Row extends object>(
  query: Query,
  row: RowClass<Row>,
  where: Readonly<Partial<Row>>,
): Promise<Row | null> {
  const of = Columns.of(row);
  const { text, values } = condition(row, where, 0);
  const found = await query(`select ${of.select('held')} from ${of.table} held where ${text} for update`, values);
  return found.map(of.parser<Row>())[0] ?? null;
}

/** Changes columns of the rows that are meant; nothing where no column is named. */
export async function updateRows<Row extends object>(
  query: Query,
  row: RowClass<Row>,
  where: Readonly<Partial<Row>>,
  to: Changes<Row>,
): Promise<void> {
  const changes = named(row, to);
  if (changes.length === 0) return;
  const given = changes.filter(({ value }) => typeof value !== 'function');
  const set = changes.map(({ column, value }) => {
    const words =
      typeof value === 'function'
        ? (value as () => string)()
        : `$${String(given.findIndex((one) => one.column === column) + 1)}`;
    return `"${column.name}" = ${words}`;
  });
  const { text, values } = condition(row, where, given.length);
  await query(`update ${Columns.of(row).table} held set ${set.join(', ')} where ${text}`, [
    ...given.map(({ value }) => value),
    ...values,
  ]);
}
