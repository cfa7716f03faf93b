import type { CsvLayout } from '../../../../../platform/ingest/csv-layout.js';
import { Columns, type RowOf } from '../../../../../platform/db/table/columns.js';
import type { LookUp } from '../../../../../platform/db/look-up.js';
import type { Writing } from '../../../../../platform/db/write-unit.js';
import { groupBy } from '../../../../../platform/record/batch.js';
import { ProviderLayoutRow } from './provider-layout.row.js';

/** A row of a layout; with neither header nor value, one that is there no longer. */
export interface LayoutFact extends Readonly<ProviderLayoutRow> {
  readonly kind: 'provider-layout';
}

const row = Columns.of(ProviderLayoutRow);
const named = row.only('providerOds', 'layout', 'column');
const all = {
  name: 'health_provider_layouts',
  text: `select ${row.select('l')} from ${row.table} l order by ${row.names('l')}`,
  values: [],
  parse: row.parser<RowOf<typeof row>>(),
};

/** Keeps how providers' lists are read; how many rows were added, changed or taken away. */
export async function keepLayouts(writing: Writing, facts: readonly LayoutFact[]): Promise<number> {
  const plain = facts.map(({ providerOds, layout, column, header, value }) => ({
    providerOds,
    layout,
    column,
    header,
    value,
  }));
  const gone = plain.filter(({ header, value }) => header === null && value === null);
  const written = await writing.upsert(
    row,
    plain.filter((one) => !gone.includes(one)),
  );
  const removed = await writing.query(
    `delete from ${row.table} held using jsonb_to_recordset($1) g(${named.recordset})
     where (${named.names('held')}) = (${named.values('g')}) returning 1`,
    [named.json(gone)],
  );
  return written + removed.length;
}

/** Every layout that is kept. What names its provider in no other way is the list of the provider whose layout it is. */
export async function layoutsKept(lookUp: LookUp): Promise<CsvLayout[]> {
  const rows = await lookUp(all);
  return [...groupBy(rows, ({ providerOds, layout }) => `${providerOds} ${layout}`)].map(([name, own]) => {
    const headers = new Map(own.flatMap(({ column, header }) => (header === null ? [] : [[column, header] as const])));
    const values = new Map(own.flatMap(({ column, value }) => (value === null ? [] : [[column, value] as const])));
    const [first] = own;
    if (first && !headers.has('provider_ods')) values.set('provider_ods', first.providerOds);
    return { name, headers: Object.fromEntries(headers), values: Object.fromEntries(values) };
  });
}
