import type { Child } from 'hono/jsx';

export interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row) => Child;
  readonly numeric?: boolean;
  /** Whether it is never broken over lines, as a day is not. */
  readonly whole?: boolean;
  /** Whether it needs no label where a row is a block: it says itself what it is. */
  readonly bare?: boolean;
}

interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Whether the caption is read out only, where a heading says the same. */
  readonly quiet?: boolean;
}

/**
 * A table whose first column is each row's header. Below 640 px a row becomes a block with its labels, which is why the
 * roles are written out: `display: block` takes them away.
 */
export function Table<Row>({ caption, columns, rows, quiet = false }: TableProps<Row>) {
  return (
    <table class="govuk-table app-table" role="table">
      <caption class={quiet ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'}>
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
            {columns.map(({ title, of, numeric, whole, bare }, at) =>
              at === 0 ? (
                <th scope="row" role="rowheader" class={`govuk-table__header${whole ? ' app-whole' : ''}`}>
                  {of(row)}
                </th>
              ) : (
                <td
                  role="cell"
                  class={`govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}${whole ? ' app-whole' : ''}`}
                >
                  {bare ? null : (
                    <span class="app-label" aria-hidden="true">
                      {title}
                    </span>
                  )}
                  <span class="app-cell">{of(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
