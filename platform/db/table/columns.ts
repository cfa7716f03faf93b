import { Defect } from '../../errors/hub-error.js';
import { instantText } from '../instant-text.js';
import { type StoredColumn, tableOf } from './table.js';

/** A class that TypeORM's `@Entity` was put on. */
export type RowClass<Row extends object> = abstract new () => Row;

/** What a read of these columns brings back, and a write of them takes. */
export type RowOf<Chosen> = Chosen extends Columns<infer Row> ? Readonly<Row> : never;

/** What can be made sure of in a row. */
interface Checked {
  check(row: object): void;
}

/** Whose columns stand in an object, or a list of objects, within a row. */
type Within<Given> = { readonly [Property in keyof Given]?: Checked };

const quoted = (name: string): string => `"${name}"`;

/** How a column is selected, so that its property's type is the same wherever it was read. */
function valueOf(alias: string, { name, type }: StoredColumn): string {
  const column = `${alias}.${quoted(name)}`;
  if (type === 'timestamptz') return instantText(column);
  // A number of JavaScript's: pg makes a text of a bigint. What we number or hash stays below 2^53.
  return type === 'bigint' ? `${column}::float8` : column;
}

/**
 * Columns of one table as statements name them, made from the table's entity: a list to select, a shape to write. The
 * texts are made when a module is loaded; nothing of a request ever goes into them.
 */
export class Columns<Row extends object> {
  private constructor(
    /** With its schema: `health.waiting_list_entry`. */
    readonly table: string,
    private readonly chosen: readonly StoredColumn[],
    /** How many columns the table's key has. */
    private readonly keyLength: number,
  ) {}

  static of<Row extends object>(row: RowClass<Row>): Columns<Row> {
    const { name, columns } = tableOf(row);
    return new Columns<Row>(name, columns, columns.filter(({ primary }) => primary).length);
  }

  /** As `parser`, for rows that have columns of tables within, and none of their own. */
  static within<Given extends object>(within: Within<Given>): (row: unknown) => Given {
    return new Columns<object>('', [], 0).parser<Given>(within);
  }

  /** These and no others, in the order of the entity. */
  only<Property extends keyof Row & string>(...properties: readonly Property[]): Columns<Pick<Row, Property>> {
    const wanted = new Set<string>(properties);
    return new Columns(
      this.table,
      this.known(properties, ({ property }) => wanted.has(property)),
      this.keyLength,
    );
  }

  /** All but these. */
  without<Property extends keyof Row & string>(...properties: readonly Property[]): Columns<Omit<Row, Property>> {
    const left = new Set<string>(properties);
    return new Columns(
      this.table,
      this.known(properties, ({ property }) => !left.has(property)),
      this.keyLength,
    );
  }

  private known(properties: readonly string[], chosen: (column: StoredColumn) => boolean): readonly StoredColumn[] {
    if (!properties.every((one) => this.chosen.some(({ property }) => property === one)))
      throw new Defect('A column is asked for that is not among these.', { table: this.table });
    return this.chosen.filter(chosen);
  }

  /** `e."received_on" as "receivedOn", …`: for a select or a returning list. */
  select(alias: string): string {
    return this.chosen.map((column) => `${valueOf(alias, column)} as ${quoted(column.property)}`).join(', ');
  }

  /** `jsonb_build_object('receivedOn', e."received_on", …)`, with other properties by their expressions. */
  object(alias: string, others: Readonly<Record<string, string>> = {}): string {
    if (this.chosen.some(({ type }) => type === 'bytea'))
      throw new Defect('Bytes have no place in JSON.', { table: this.table });
    const own = this.chosen.map((column) => [column.property, valueOf(alias, column)] as const);
    const pairs = [...own, ...Object.entries(others)].map(([property, value]) => `'${property}', ${value}`);
    return `jsonb_build_object(${pairs.join(', ')})`;
  }

  /** All that a subquery finds as one array of objects, empty where it finds nothing. */
  list(alias: string, order: string, others?: Readonly<Record<string, string>>): string {
    return `coalesce(jsonb_agg(${this.object(alias, others)} order by ${order}), '[]')`;
  }

  /** `"received_on", …`, as the table calls them; `held."received_on", …` with an alias. */
  names(alias?: string): string {
    return this.chosen.map(({ name }) => (alias === undefined ? quoted(name) : `${alias}.${quoted(name)}`)).join(', ');
  }

  /** `x."receivedOn", …`, as a recordset calls them. */
  values(alias: string): string {
    return this.chosen.map(({ property }) => `${alias}.${quoted(property)}`).join(', ');
  }

  /** Adds rows given as the one parameter: see `json`. Ends where `on conflict` or `returning` may follow; `held` is the row. */
  get insertion(): string {
    return `insert into ${this.table} as held (${this.names()})
     select ${this.values('x')} from jsonb_to_recordset($1) x(${this.recordset})`;
  }

  /** After `on conflict (…) do update set`: these take the new value, where any of them is another. */
  get renewal(): string {
    const taken = this.ours().map(({ name }) => `${quoted(name)} = excluded.${quoted(name)}`);
    return `${taken.join(', ')} where (${this.names('held')}) is distinct from (${this.names('excluded')})`;
  }

  /** `"received_on" = x."receivedOn", …`, out of a recordset; the database's own columns cannot be among them. */
  changes(alias: string): string {
    return this.ours()
      .map(({ name, property }) => `${quoted(name)} = ${alias}.${quoted(property)}`)
      .join(', ');
  }

  /** `"receivedOn" date, …`: the shape of `jsonb_to_recordset`, whose rows are called as the entity calls them. */
  get recordset(): string {
    return this.ours()
      .map(({ property, type }) => `${quoted(property)} ${type}`)
      .join(', ');
  }

  /** The same columns in two: those of the table's key, without which there is no telling two rows apart, and the rest. */
  parted(): { readonly key: Columns<object>; readonly rest: Columns<object> | null } {
    const key = this.chosen.filter(({ primary }) => primary);
    const rest = this.chosen.filter(({ primary }) => !primary);
    if (key.length === 0 || key.length < this.keyLength)
      throw new Defect('The key is not among the columns.', { table: this.table });
    return { key: new Columns(this.table, key, 0), rest: rest.length > 0 ? new Columns(this.table, rest, 0) : null };
  }

  private ours(): readonly StoredColumn[] {
    const given = this.chosen.find((column) => column.given);
    if (given) throw new Defect('The database alone gives this column.', { table: this.table, column: given.name });
    return this.chosen;
  }

  /** Rows as the one parameter of a statement with `recordset`; of each these columns and no others. */
  json(rows: readonly Readonly<Row>[]): string {
    return JSON.stringify(rows.map((row) => Object.fromEntries(this.chosen.map((column) => this.said(row, column)))));
  }

  private said(row: Readonly<Row>, { property, type }: StoredColumn): readonly [string, unknown] {
    const value = (row as Readonly<Record<string, unknown>>)[property];
    return [property, type === 'bytea' && value instanceof Uint8Array ? bytesText(value) : value];
  }

  /** Reads what left the store: a day is a day, a word is one we know. A Defect, which tells the column, where not. */
  check(row: object): void {
    const values = row as Record<string, unknown>;
    for (const { property, read } of this.chosen) if (read) values[property] = read(values[property]);
  }

  /**
   * What makes typed rows of those a statement answers: its own columns are checked, and those of other tables that stand
   * within, as an object or a list of objects.
   */
  parser<Given extends Readonly<Row> = Readonly<Row>>(within: Within<Given> = {}): (row: unknown) => Given {
    const inside = Object.entries<Checked | undefined>(within);
    return (row) => {
      this.check(row as object);
      for (const [property, columns] of inside) {
        const value = (row as Readonly<Record<string, object | null>>)[property];
        for (const one of Array.isArray(value) ? (value as object[]) : [value]) if (one) columns?.check(one);
      }
      return row as Given;
    };
  }
}

const bytesText = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
