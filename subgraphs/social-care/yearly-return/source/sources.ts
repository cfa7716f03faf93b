import type { Area } from '../../../../platform/ingest/area.js';
import type { IngestSource, OfferedSource, YearlySource } from '../../../../platform/ingest/ingest-source.js';
import { firstDayOf, type YearlyReturn } from '../yearly-return.js';
import { caseSystemTiers as tiers, cinCensusRecords, ssda903Records } from '../../case-system.js';
import { cinCensus } from './cin-census/cin-census.js';
import type { CinChild } from './cin-census/parse.js';
import type { LookedAfterChild } from './ssda903/parse.js';
import { ssda903 } from './ssda903/ssda903.js';
import { writeReturns } from './write-returns.js';

const cinCensusSource: IngestSource<CinChild, YearlyReturn> = {
  format: cinCensus,
  records: cinCensusRecords,
  tiers,
  expectedEvery: '1 year',
  write: (writing, records) => writeReturns(writing, 'cin-census', records),
};

const ssda903Source = (council: string, year: number): IngestSource<LookedAfterChild, YearlyReturn> => ({
  format: ssda903({ council, year }),
  records: ssda903Records,
  tiers,
  expectedEvery: '1 year',
  write: (writing, records) => writeReturns(writing, 'ssda903', records),
});

/** The returns that social care takes in, for one council's area. */
export function yearlyReturnSources({ council }: Area): readonly OfferedSource[] {
  const looked: YearlySource = {
    name: 'ssda903',
    records: ssda903Records,
    beginsOn: firstDayOf,
    ofYear: (year) => ssda903Source(council, year),
  };
  return [cinCensusSource, looked];
}
