import { Permit } from '../../../platform/access/permit.js';
import { type KnownSchoolWeek, SchoolDays } from '../../../platform/code-sets/school-days.js';
import { type Batch, batch, groupBy } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { KnownWeeksRepository } from './known-weeks.repository.js';

const asked = { holder: Domain.EDUCATION, about: Domain.EDUCATION, tier: 'T2', operation: 'school' } as const;

/** On which days schools were open, as calendars and registers tell: read once a request for each school, and of no child. */
export class KnownDays {
  private readonly weeksOf: Batch<readonly KnownSchoolWeek[]>;

  /** `permit` is a system's own where one asks; a person's where not given. */
  constructor(
    scope: Pick<RequestScope, 'caller'>,
    knownWeeks: KnownWeeksRepository,
    permit: Permit = Permit.forCopy(scope.caller, asked),
  ) {
    this.weeksOf = batch(
      async (urns) => groupBy(await knownWeeks.ofSchools(permit, urns), ({ urn }) => urn),
      () => [],
    );
  }

  async of(urns: Iterable<string>): Promise<SchoolDays> {
    const weeks = await Promise.all([...new Set(urns)].map((urn) => this.weeksOf.load(urn)));
    return new SchoolDays(weeks.flat());
  }
}
