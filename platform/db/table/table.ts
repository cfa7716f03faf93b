import { getMetadataArgsStorage } from 'typeorm';
import { Defect } from '../../errors/hub-error.js';

/** A column, as its entity says. */
export interface StoredColumn {
  /** What the entity calls it, and every row that is read or written. */
  readonly property: string;
  /** What the table calls it. */
  readonly name: string;
  /** PostgreSQL's word for its type, for example `text[]`. */
  readonly type: string;
  readonly nullable: boolean;
  readonly primary: boolean;
  /** Whether the database alone gives its value, so that no statement may. */
  readonly given: boolean;
  /** What becomes of a value that leaves the store; null where it is taken as it is. */
  readonly read: ((stored: unknown) => unknown) | null;
}

/** A table, as its entity says: the one list of its columns. */
export interface StoredTable {
  /** With its schema, for example `health.provider`. */
  readonly name: string;
  readonly columns: readonly StoredColumn[];
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

function dayIn(table: string, column: string): (stored: unknown) => unknown {
  return (stored) => {
    if (stored === null || stored === undefined || (typeof stored === 'string' && isDay.test(stored))) return stored;
    throw new Defect('A stored day is not a plain date.', { table, column });
  };
}

const tables = new Map<unknown, StoredTable>();

/** The table that a class decorated with TypeORM's `@Entity` stands for. No connection is needed to know it. */
export function tableOf(row: unknown): StoredTable {
  const held = tables.get(row) ?? described(row);
  tables.set(row, held);
  return held;
}

/** Whether what is said of a class is said of a row class: of itself, or of one it extends. */
const isOf = (row: unknown, said: unknown): boolean =>
  row === said || (typeof row === 'function' && typeof said === 'function' && row.prototype instanceof said);

function described(row: unknown): StoredTable {
  const storage = getMetadataArgsStorage();
  const entity = storage.tables.find(({ target }) => target === row);
  if (!entity?.schema || !entity.name) throw new Defect('A row class says no schema and table of its own.');
  const table = `${entity.schema}.${entity.name}`;
  const columns = storage.columns
    .filter(({ target }) => isOf(row, target))
    .map(({ propertyName: property, options }): StoredColumn => {
      const { name = property, nullable = false, primary = false, insert = true, transformer } = options;
      const type = `${typeof options.type === 'string' ? options.type : ''}${options.array ? '[]' : ''}`;
      if (type === '') throw new Defect('A column says no type of its own.', { table, column: name });
      const given = Array.isArray(transformer) ? null : (transformer?.from.bind(transformer) ?? null);
      const read = type === 'date' ? dayIn(table, name) : given;
      return { property, name, type, nullable, primary, given: !insert, read };
    });
  return { name: table, columns };
}
