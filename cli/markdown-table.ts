/** Rows of text, the first the head: padded to one width a column, as the formatter has them. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [first = [], ...rest] = rows;
  const widths = first.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ');
  return [first, widths.map((width) => '-'.repeat(width)), ...rest].map((row) => `| ${line(row)} |`).join('\n');
}
