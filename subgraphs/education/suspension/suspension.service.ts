import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { academicYear } from '../../../platform/code-sets/academic-year.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import type { EducationRecordService } from '../child/education-record.service.js';
import { educationPolicy } from '../child/education.policy.js';
import { academicYearAsked } from '../../../platform/code-sets/academic-year-asked.js';
import { expectedDays } from './expected-days.js';
import type { KnownDays } from './known-days.js';
import type { TellableSuspension } from './one-of-each.js';
import type { IsSchoolDay } from './served-sessions.js';
import { begunBy, type SuspendedChild, toSummary } from './suspension.mapper.js';
import type { StoredSuspension, SuspensionRepository } from './suspension.repository.js';
import type { SuspensionSummary } from './suspension.type.js';

/** Null where they may not be told. */
type Told = Omit<SuspendedChild, 'rolls'> | null;

/** What follows from a child's suspensions is told from these. */
interface BegunSuspensions {
  readonly suspensions: readonly TellableSuspension[];
  readonly isSchoolDay: IsSchoolDay;
}

/** What may be seen of a child's suspensions. */
export class SuspensionService {
  private readonly byChild: RecordReader<StoredSuspension, Told>;

  constructor(
    private readonly scope: RequestScope,
    suspensions: SuspensionRepository,
    private readonly knownDays: Pick<KnownDays, 'of'>,
    private readonly records: Pick<EducationRecordService, 'rollsOf'>,
  ) {
    this.byChild = new RecordReader(scope, {
      permit: Permit.for(scope.caller, educationPolicy, { tier: 'T2', operation: 'child.education' }),
      read: (permit, ids) => suspensions.ofChildren(permit, ids),
      tell: toldOf,
      untold: { suspensions: [], diedOn: null },
    });
  }

  /**
   * Of one academic year, written `2026/27`, or of the current one; null where they may not be told.
   * @throws InvalidInput for what is no academic year.
   */
  async of(childId: string, asked: string | null): Promise<SuspensionSummary | null> {
    const { today } = this.scope;
    const year = asked === null ? academicYear(today) : academicYearAsked(asked);
    const [told, rolls] = await Promise.all([this.byChild.of(childId), this.records.rollsOf(childId)]);
    if (told === null) return null;
    const known = await this.knownDays.of(told.suspensions.map(({ urn }) => urn));
    const isSchoolDay = expectedDays(known, today);
    return toSummary({ ...told, rolls }, year, { today, isSchoolDay });
  }

  /** Those of a child that had begun by today, and on which days their schools are known to have been open; null as `of`. */
  async begunOf(childId: string): Promise<BegunSuspensions | null> {
    const told = await this.byChild.of(childId);
    if (told === null) return null;
    const known = await this.knownDays.of(told.suspensions.map(({ urn }) => urn));
    const suspensions = begunBy(told, this.scope.today);
    return { suspensions, isSchoolDay: (urn, on) => known.isSchoolDay(urn, on) };
  }
}

/** In part, no day and no school may be told, and there is nothing else to tell of a suspension. */
function toldOf(seen: Seen<StoredSuspension>): Told {
  switch (seen.outcome) {
    case 'FULL':
      return { suspensions: seen.rows, diedOn: seen.diedOn };
    case 'REDACTED':
      return null;
    case 'EXISTENCE_ONLY':
      return { suspensions: [], diedOn: null };
  }
}
