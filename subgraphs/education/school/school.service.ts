import { Temporal } from 'temporal-polyfill';
import { Permit } from '../../../platform/access/permit.js';
import { academicYearToDate } from '../../../platform/code-sets/academic-year.js';
import { mondayOf } from '../../../platform/code-sets/register-week.js';
import { type Batch, batch } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { toSchool } from './school.mapper.js';
import type { SchoolRepository } from './school.repository.js';
import type { School } from './school.type.js';

const { compare: inOrder } = new Intl.Collator('en-GB');

/** Schools by their number, or all that there is a register of: for any signed-in caller, since they are about no child. */
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

  /** Those whose registers of the present school year or the one before are held, by name. */
  async withRegisters(): Promise<School[]> {
    const yearAgo = Temporal.PlainDate.from(this.scope.today).subtract({ years: 1 }).toString();
    const since = mondayOf(academicYearToDate(yearAgo).from);
    const found = await this.schools.withRegistersSince(this.permit('schools'), since);
    return found.map(toSchool).sort((one, other) => inOrder(one.name, other.name) || inOrder(one.urn, other.urn));
  }

  private async fetch(urns: readonly string[]): Promise<Map<string, School>> {
    const found = await this.schools.byUrns(this.permit('school'), urns);
    return new Map(found.map((stored) => [stored.urn, toSchool(stored)]));
  }

  /** About no children at all: it opens no child's row, whoever asks. */
  private permit(operation: string): Permit {
    const asked = { holder: Domain.EDUCATION, about: Domain.EDUCATION, tier: 'T2', operation } as const;
    return Permit.forCopy(this.scope.caller, asked);
  }
}
