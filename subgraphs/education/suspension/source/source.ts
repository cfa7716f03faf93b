import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import { schoolRoll } from '../../enrolment/source/school-roll.js';
import type { SuspensionFact } from './fact.js';
import type { SuspensionFields } from './parse.js';
import { suspensions } from './suspensions.js';
import { writeSuspensions } from './write.js';

/** Suspensions: schools tell the council of each without delay, so that a week without a file is late. */
export const suspensionsSource: IngestSource<SuspensionFields, SuspensionFact> = {
  format: suspensions,
  records: schoolRoll,
  tiers: ['T2'],
  expectedEvery: '7 days',
  write: writeSuspensions,
};
