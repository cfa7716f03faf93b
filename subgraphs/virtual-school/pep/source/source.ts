import type { IngestSource } from '../../../../platform/ingest/ingest-source.js';
import { PersonalEducationPlanRepository, type StoredPlan } from '../personal-education-plan.repository.js';
import type { PepFact } from './fact.js';
import type { PepFields } from './parse.js';
import { peps } from './peps.js';
import { virtualSchoolRecords } from './virtual-school-records.js';

/** Personal Education Plans, written as the latest file has them. A plan is made each term, so a file is due each. */
export const pepsSource: IngestSource<PepFields, PepFact> = {
  format: peps,
  records: virtualSchoolRecords,
  tiers: ['T2'],
  expectedEvery: '4 months',
  async write(writing, records) {
    const plans = records.flatMap(({ childId, facts }): StoredPlan[] =>
      childId === null ? [] : facts.map((fact) => toStored(childId, fact)),
    );
    const written = await PersonalEducationPlanRepository.write(writing, plans);
    if (written > 0)
      await writing.emit(
        'pep-changed',
        plans.map(({ childId }) => childId),
      );
    return { written, unchanged: plans.length - written };
  },
};

function toStored(childId: string, { kind: _, ...plan }: PepFact): StoredPlan {
  return { childId, ...plan };
}
