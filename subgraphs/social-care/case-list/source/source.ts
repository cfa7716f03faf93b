import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import { caseListRecords, caseSystemTiers } from '../../case-system.js';
import { caseList } from './case-list.js';
import type { AllocationFact } from './fact.js';
import type { CaseListFields } from './parse.js';
import { write } from './write.js';

/** The council's list of children and their social workers: it is written each night. */
export const caseListSource: IngestSource<CaseListFields, AllocationFact> = {
  format: caseList,
  records: caseListRecords,
  tiers: caseSystemTiers,
  expectedEvery: '1 day',
  write,
};
