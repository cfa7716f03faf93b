import { Temporal } from 'temporal-polyfill';

const THURSDAY = 4;

/**
 * The day of an academic year's January census, on which pupils are counted for published rates: the third Thursday of
 * January. Source: DfE, School census, business and technical specification.
 */
export function schoolCensusDay(academicYear: string): string {
  const first = new Temporal.PlainDate(Number(academicYear.slice(0, 4)) + 1, 1, 1);
  return first.add({ days: ((THURSDAY + 7 - first.dayOfWeek) % 7) + 14 }).toString();
}
