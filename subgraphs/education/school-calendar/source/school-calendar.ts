import { Temporal } from 'temporal-polyfill';
import type { SourceFormat } from '../../../../platform/ingest/record.js';
import { columns } from './columns.js';
import type { CalendarFact } from './fact.js';
import { mapGiven, type Registered } from './map.js';
import type { CalendarFields } from './parse.js';
import { parse } from './term-gap.js';

/** A day is in one term at most, and closed or INSET, not both: which of two is right, only the sender knows. */
const layerOf = ({ scope, code, kind }: CalendarFact): string =>
  `${scope} ${code} ${kind === 'TERM' ? 'term' : 'shut'}`;

const dayAfter = (on: string): string => Temporal.PlainDate.from(on).add({ days: 1 }).toString();

/** Calendars of schools: `hub ingest school-calendar FILE…`. `registered` says which schools there are. */
export const schoolCalendarOf = (registered: Registered): SourceFormat<CalendarFields, CalendarFact> => ({
  name: 'school-calendar',
  columns,
  parse,
  map: mapGiven(registered),
  identityOf: (fact) => `${layerOf(fact)} ${fact.from}`,
  spanOf: (fact) => ({ of: layerOf(fact), days: { from: fact.from, until: dayAfter(fact.until) } }),
});
