import type { SourceFormat } from '../../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { YearlyReturn } from '../../yearly-return.js';
import { map, type ReturnOf } from './map.js';
import { parse, type LookedAfterChild } from './parse.js';

/**
 * The return of children looked after: `hub ingest ssda903 HEADER EPISODES --year YYYY`. Its files do not say whose they
 * are, nor of which year; a child's number means nothing without its council, nor an open episode without its year.
 */
export function ssda903(of: ReturnOf): SourceFormat<LookedAfterChild, YearlyReturn> {
  return { name: 'ssda903', columns, joinsFiles: true, parse, map: (parsed, bounds) => map(parsed, of, bounds) };
}
