import { z } from 'zod';
import type { Permit } from '../../../platform/access/permit.js';
import type { SeenChildren } from '../../../platform/access/seen.js';
import type { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { AccessOutcome } from './access-explanation.type.js';

const explanation = z.object({
  childId: z.string(),
  domain: z.enum(Domain),
  outcome: z.enum(AccessOutcome),
  because: z.string(),
});

/** What the database says of one child and one domain. */
export type StoredExplanation = Readonly<z.infer<typeof explanation>>;

const ofChildren = {
  name: 'partnership_access_explained',
  text: `select e.asked as "childId", e.about as domain, e.outcome, e.because from access.explain($1) e`,
  parse: (row: unknown) => explanation.parse(row),
};

/** Why a domain is shared with the caller, or is not: the database's own reading of its own rules. */
export class ExplanationRepository {
  constructor(private readonly unit: UnitOfWork) {}

  ofChildren(permit: Permit, children: readonly string[]): Promise<SeenChildren<StoredExplanation>> {
    return this.unit.read(permit, children, { ...ofChildren, values: [children] });
  }
}
