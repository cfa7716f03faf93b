import type { Area } from '../../../platform/ingest/area.js';
import type { IngestSource, OfferedSource, YearlySource } from '../../../platform/ingest/ingest-source.js';
import { firstDayOf, type YearlyReturn } from '../yearly-return/yearly-return.js';
import { caseList } from './case-list/case-list.js';
import type { AllocationFact } from './case-list/fact.js';
import type { CaseListFields } from './case-list/parse.js';
import { write } from './case-list/write.js';
import { caseListRecords, cinCensusRecords, ssda903Records } from './case-system.js';
import { cinCensus } from './cin-census/cin-census.js';
import type { CinChild } from './cin-census/parse.js';
import type { LookedAfterChild } from './ssda903/parse.js';
import { ssda903 } from './ssda903/ssda903.js';
import { writeReturns } from './write-returns.js';

// Every source may change whether a social worker works with the child, which stands under a tier of its own.
const tiers = ['T3', 'EXISTENCE'] as const;

const caseListSource: IngestSource<CaseListFields, AllocationFact> = {
  format: caseList,
  records: caseListRecords,
  tiers,
  expectedEvery: '1 day',
  write,
};

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

/** What social care takes in, for one council's area. */
export function socialCareSources({ council }: Area): readonly OfferedSource[] {
  const looked: YearlySource = {
    name: 'ssda903',
    records: ssda903Records,
    beginsOn: firstDayOf,
    ofYear: (year) => ssda903Source(council, year),
  };
  return [caseListSource, cinCensusSource, looked];
}
