import type { Area } from '../../../../platform/ingest/area.js';
import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { DeletionFact } from './fact.js';
import { map } from './map.js';
import { type DeletionFields, parse } from './parse.js';

/** Records that their sources ask to be deleted: `hub ingest deletions FILE…`. */
export const deletions = (area: Pick<Area, 'recordSources'>): SourceFormat<DeletionFields, DeletionFact> => ({
  name: 'deletions',
  columns,
  parse,
  map: (parsed, bounds) => map(parsed, bounds, area.recordSources),
  identityOf: ({ source, sourceKey }) => `${source}\0${sourceKey}`,
});
