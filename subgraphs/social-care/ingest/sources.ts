import type { IngestSource } from '../../../platform/ingest/ingest-source.js';
import { caseList } from './case-list/case-list.js';
import type { AllocationFact } from './case-list/fact.js';
import type { CaseListFields } from './case-list/parse.js';
import { write } from './case-list/write.js';
import { cinCensus } from './cin-census/cin-census.js';
import type { CinFact } from './cin-census/fact.js';
import type { CinChild } from './cin-census/parse.js';
import type { LookedAfterFact } from './ssda903/fact.js';
import type { LookedAfterChild } from './ssda903/parse.js';
import { ssda903 } from './ssda903/ssda903.js';
import { writeReturn } from './write-return.js';

// Every source may change whether a social worker works with the child, which stands under a tier of its own.
const tiers = ['T3', 'EXISTENCE'] as const;

const caseListSource: IngestSource<CaseListFields, AllocationFact> = {
  format: caseList,
  tiers,
  expectedEvery: '1 day',
  write,
};

const cinCensusSource: IngestSource<CinChild, CinFact> = {
  format: cinCensus,
  tiers,
  expectedEvery: '1 year',
  write: (manager, records) => writeReturn(manager, 'cin-census', records),
};

const ssda903Source = (council: string): IngestSource<LookedAfterChild, LookedAfterFact> => ({
  format: ssda903(council),
  tiers,
  expectedEvery: '1 year',
  write: (manager, records) => writeReturn(manager, 'ssda903', records),
});

/** What social care takes in, for one council's area. */
export function socialCareSources(council: string): readonly IngestSource[] {
  // Each is handed only what its own format made, which its type no longer says from here on.
  return [caseListSource, cinCensusSource, ssda903Source(council)] as readonly unknown[] as readonly IngestSource[];
}
