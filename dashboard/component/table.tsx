import type { Cell, Column } from '../csv/column.js';
import { Value } from './value.js';

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Whether the caption is read out only, where a heading says the same. */
  readonly quiet?: boolean;
  /** Where the same rows can be had as a file. */
  readonly file?: string;
  /** The role that reads, for cells that it does not see. */
  readonly role?: string;
}

interface CellProps<Row> {
  readonly column: Column<Row>;
  readonly row: Row;
  readonly role: string;
}

/** What a column shows of a row: its own markup, or the words that stand in the file. */
function Shows<Row>({ column, row, role }: CellProps<Row>) {
  if (!('text' in column)) return <>{column.of(row)}</>;
  if (column.of) return <>{column.of(row)}</>;
  const { text, percent = false } = column;
  const cell: Cell = text(row);
  const words = (value: number | string): string =>
    typeof value === 'number' && percent ? `${value.toFixed(1)}%` : String(value);
  return typeof cell === 'object' ? <Value of={cell} as={words} role={role} /> : <>{words(cell)}</>;
}

/** The way to the same rows as a file. */
export const FileLink = ({ file, caption }: { readonly file: string; readonly caption: string }) => (
  <p class="govuk-body-s app-file">
    <a class="govuk-link" href={file}>
      Download as CSV<span class="govuk-visually-hidden">: {caption}</span>
    </a>
  </p>
);

/**
 * A table whose first column is each row's header. Below 640 px a row becomes a block with its labels, which is why the
 * roles are written out: `display: block` takes them away.
 */
export function Table<Row>({ caption, columns, rows, quiet = false, file, role = '' }: TableProps<Row>) {
  const table = (
    <table class="govuk-table app-table" role="table">
      <caption class={quiet ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--m'}>
        {caption}
      </caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {columns.map(({ title, numeric }) => (
            <th
              scope="col"
              role="columnheader"
              class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {rows.map((row) => (
          <tr class="govuk-table__row" role="row">
            {columns.map((column, at) =>
              at === 0 ? (
                <th scope="row" role="rowheader" class={`govuk-table__header${column.whole ? ' app-whole' : ''}`}>
                  <Shows column={column} row={row} role={role} />
                </th>
              ) : (
                <td
                  role="cell"
                  class={`govuk-table__cell${column.numeric ? ' govuk-table__cell--numeric' : ''}${column.whole ? ' app-whole' : ''}`}
                >
                  {column.bare ? null : (
                    <span class="app-label" aria-hidden="true">
                      {column.title}
                    </span>
                  )}
                  <span class="app-cell">
                    <Shows column={column} row={row} role={role} />
                  </span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (file === undefined) return table;
  return (
    <>
      {table}
      <FileLink file={file} caption={caption} />
    </>
  );
}
