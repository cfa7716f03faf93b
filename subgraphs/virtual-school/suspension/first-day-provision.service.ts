import { countsInLife } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Seen } from '../../../platform/access/seen.js';
import { RecordReader } from '../../../platform/record/record-reader.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import type { CohortService, CopyShared } from '../cohort/cohort.service.js';
import type { FirstDayProvision } from './first-day-provision.type.js';
import { firstDayProvision } from './first-day.js';
import type { KeptSuspension, KeptSuspensionRepository } from './kept-suspension.repository.js';

interface SeenSuspensions {
  readonly suspensions: readonly KeptSuspension[];
  readonly shared: CopyShared;
}

/** What is expected during suspensions of looked-after children: for those who may see both what it is made of. */
export class FirstDayProvisionService {
  private readonly suspended: RecordReader<KeptSuspension, SeenSuspensions>;

  constructor(
    private readonly scope: RequestScope,
    kept: KeptSuspensionRepository,
    private readonly cohorts: CohortService,
  ) {
    this.suspended = new RecordReader(scope, {
      permit: Permit.forCopy(scope.caller, {
        holder: Domain.VIRTUAL_SCHOOL,
        about: Domain.EDUCATION,
        tier: 'T2',
        operation: 'child.virtualSchool',
      }),
      read: (permit, ids) => kept.ofChildren(permit, ids),
      tell: toldOf,
      untold: { suspensions: [], shared: 'NOT' },
    });
  }

  /** The copies it follows from. */
  async seen(childId: string) {
    const [held, suspended] = await Promise.all([this.cohorts.seen(childId), this.suspended.of(childId)]);
    return { held, suspended };
  }

  /** Empty for a child who may not be seen, as for one never suspended; null where only one of the two is shared, or not whole. */
  async of(childId: string): Promise<FirstDayProvision[] | null> {
    const { held, suspended } = await this.seen(childId);
    if (held.shared === 'PART' || held.shared !== suspended.shared) return null;
    const lookedAfter = held.intervals.filter(({ status }) => status === SocialCareStatus.LOOKED_AFTER);
    return firstDayProvision(suspended.suspensions, lookedAfter, this.scope.today);
  }
}

/** Of suspensions no day and no school is told in part. */
function toldOf(seen: Seen<KeptSuspension>): SeenSuspensions {
  switch (seen.outcome) {
    case 'FULL':
      return { suspensions: seen.rows.filter((one) => countsInLife(one.startedOn, seen.diedOn)), shared: 'WHOLE' };
    case 'REDACTED':
    case 'EXISTENCE_ONLY':
      return { suspensions: [], shared: 'PART' };
  }
}
