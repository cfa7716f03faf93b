import type { CsvLayout } from '../../../../platform/ingest/csv-layout.js';
import { csvParser, type CsvFields } from '../../../../platform/ingest/csv.js';
import type { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import { columns } from './columns.js';

/** One entry of a waiting list, as written. */
export type WaitingListFields = CsvFields<(typeof columns)[number]['name']>;

/** A row on its way to an entry. */
export type Draft = RecordDraft<keyof WaitingListFields>;

/** Reads providers' waiting lists: under our headers, and under those of their own that are kept. */
export const parserUnder = (layouts: readonly CsvLayout[]) => csvParser({ source: 'waiting-list', columns, layouts });
