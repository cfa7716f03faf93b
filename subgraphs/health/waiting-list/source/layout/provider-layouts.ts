import { csvParser, type CsvFields } from '../../../../../platform/ingest/csv.js';
import type { DateBounds } from '../../../../../platform/ingest/bounds.js';
import { RecordDraft } from '../../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, SourceFormat } from '../../../../../platform/ingest/record.js';
import { columns as ours } from '../columns.js';
import { columns } from './columns.js';
import type { LayoutFact } from './provider-layout.repository.js';

/** One row of a layout, as written. */
export type LayoutFields = CsvFields<(typeof columns)[number]['name']>;

const known = Object.fromEntries(ours.map(({ name }) => [name, name]));

/** How providers' own lists are read: `hub ingest waiting-list-layout FILE…`. It is about no person. */
export const providerLayouts: SourceFormat<LayoutFields, LayoutFact> = {
  name: 'waiting-list-layout',
  columns,
  parse: csvParser({ source: 'waiting-list-layout', columns }),
  map,
  identityOf: ({ providerOds, layout, column }) => [providerOds, layout, column].join('\0'),
};

function map(parsed: Parsed<LayoutFields>, bounds: DateBounds): MapResult<LayoutFact> {
  const draft = new RecordDraft(parsed, bounds);
  const [header, value] = [draft.text('header'), draft.text('value')];
  if (header !== null && value !== null)
    draft.reject('header-and-value', 'Either their lists have a header for it, or every row says the same.');
  draft.required('column');
  return draft.finish(null, [
    {
      kind: 'provider-layout',
      providerOds: draft.shaped('provider_ods', /^[A-Z0-9]{3,10}$/, 'ods-code-shape', '3 to 10 capitals and digits'),
      layout: draft.required('layout'),
      column: draft.code('column', known, 'column-unknown') ?? '',
      ...{ header, value },
    },
  ]);
}
