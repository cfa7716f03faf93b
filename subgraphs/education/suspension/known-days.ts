import { Permit } from '../../../platform/access/permit.js';
import { type KnownSchoolWeek, SchoolDays } from '../../../platform/code-sets/school-days.js';
import { type Batch, batch, groupBy } from '../../../platform/record/batch.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import type { KnownWeeksRepository } from './known-weeks.repository.js';

const asked = { holder: Domain.EDUCATION, about: Domain.EDUCATION, tier: 'T2', operation: 'school' } as const;

const nothing = new SchoolDays([]);

/** On which days schools were open, as calendars and registers tell: read and put in order once a request for each school, and of no child. */
export class KnownDays {
  private readonly daysOf: Batch<SchoolDays>;

  /** `permit` is a system's own where one asks; a person's where not given. */
  constructor(
    scope: Pick<RequestScope, 'caller'>,
    knownWeeks: KnownWeeksRepository,
    permit: Permit = Permit.forCopy(scope.caller, asked),
  ) {
    this.daysOf = batch(
      async (urns) => {
        const weeks: ReadonlyMap<string, KnownSchoolWeek[]> = groupBy(
          await knownWeeks.ofSchools(permit, urns),
          ({ urn }) => urn,
        );
        return new Map([...weeks].map(([urn, own]) => [urn, new SchoolDays(own)]));
      },
      () => nothing,
    );
  }

  async of(urns: Iterable<string>): Promise<Pick<SchoolDays, 'isSchoolDay'>> {
    const days = new Map(
      await Promise.all([...new Set(urns)].map(async (urn) => [urn, await this.daysOf.load(urn)] as const)),
    );
    return { isSchoolDay: (urn, on) => (days.get(urn) ?? nothing).isSchoolDay(urn, on) };
  }
}
