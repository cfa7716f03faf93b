import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { LookedAfterFact } from './fact.js';
import { map } from './map.js';
import { parse, type LookedAfterChild } from './parse.js';

/**
 * The return of children looked after: `hub ingest ssda903 HEADER EPISODES`. Its files do not say whose they are, and
 * a child's number means nothing without its council: `council` is the local authority code, 3 digits.
 */
export function ssda903(council: string): SourceFormat<LookedAfterChild, LookedAfterFact> {
  return { name: 'ssda903', columns, joinsFiles: true, parse, map: (parsed, bounds) => map(parsed, council, bounds) };
}
