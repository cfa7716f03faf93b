import type { SourceFormat } from '../../../../../platform/ingest/record.js';
import type { YearlyReturn } from '../../yearly-return.js';
import { columns } from './columns.js';
import { map } from './map.js';
import { parse, type CinChild } from './parse.js';

/** The children in need census, XML: `hub ingest cin-census FILE…`. */
export const cinCensus: SourceFormat<CinChild, YearlyReturn> = { name: 'cin-census', columns, parse, map };
