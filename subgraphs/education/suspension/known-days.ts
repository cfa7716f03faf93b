import { Permit } from '../../../platform/access/permit.js';
import { type KnownSchoolWeek, SchoolDays } from '../../../platform/code-sets/school-days.js';
import { type Batch, batch, groupBy } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { KnownWeeksRepository } from './known-weeks.repository.js';

/** On which days schools were open, as calendars and registers tell: read once a request for each school, and of no child. */
export class KnownDays {
  private readonly weeksOf: Batch<readonly KnownSchoolWeek[]>;

  constructor(scope: Pick<RequestScope, 'caller'>, knownWeeks: KnownWeeksRepository) {
    const asked = { holder: Domain.EDUCATION, about: Domain.EDUCATION, tier: 'T2', operation: 'school' } as const;
    this.weeksOf = batch(
      async (urns) => groupBy(await knownWeeks.ofSchools(Permit.forCopy(scope.caller, asked), urns), ({ urn }) => urn),
      () => [],
    );
  }

  async of(urns: Iterable<string>): Promise<SchoolDays> {
    const weeks = await Promise.all([...new Set(urns)].map((urn) => this.weeksOf.load(urn)));
    return new SchoolDays(weeks.flat());
  }
}
