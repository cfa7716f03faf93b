import { Permit } from '../../../platform/access/permit.js';
import { type Batch, batch } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { toSchool } from './school.mapper.js';
import type { SchoolRepository } from './school.repository.js';
import type { School } from './school.type.js';

/** Schools by their number: for any signed-in caller, since they are about no child. */
export class SchoolService {
  private readonly byUrn: Batch<School | null>;

  constructor(
    private readonly scope: RequestScope,
    private readonly schools: SchoolRepository,
  ) {
    this.byUrn = batch(
      (urns) => this.fetch(urns),
      () => null,
    );
  }

  /** Null for a school that is not in the register we hold. */
  school(urn: string): Promise<School | null> {
    return this.byUrn.load(urn);
  }

  private async fetch(urns: readonly string[]): Promise<Map<string, School>> {
    // A permit about no children at all: it opens no child's row, whoever asks.
    const asked = { holder: Domain.EDUCATION, about: Domain.EDUCATION, tier: 'T2', operation: 'school' } as const;
    const found = await this.schools.byUrns(Permit.forCopy(this.scope.caller, asked), urns);
    return new Map(found.map((stored) => [stored.urn, toSchool(stored)]));
  }
}
