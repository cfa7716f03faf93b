import { Temporal } from 'temporal-polyfill';
import { subtract, union } from '../../../platform/ingest/interval.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { WorkerRole } from '../../../platform/vocabulary/worker-role.js';
import { Cohort } from './cohort.js';
import type { FollowedInterval, FollowedStatus } from './duty.js';
import type { HeldInterval } from './held-interval.js';

/** A worker of social care allocated to a child in `[from, until)`, without a name: as what, and of which team. */
export interface HeldAllocation extends HeldInterval {
  readonly role: `${WorkerRole}`;
  readonly team: string | null;
}

/** What the cohorts of a child follow from, by what they ask for. Days that are no days are in none. */
class Facts {
  constructor(
    private readonly statuses: readonly FollowedInterval[],
    private readonly allocations: readonly HeldAllocation[],
  ) {}

  /** The days on which any of the statuses was held. */
  held(...wanted: readonly FollowedStatus[]): HeldInterval[] {
    return daysOf(this.statuses.filter(({ status }) => wanted.includes(status)));
  }

  /** The days on which a worker was allocated as any of these. */
  allocated(...wanted: readonly HeldAllocation['role'][]): HeldInterval[] {
    return daysOf(this.allocations.filter(({ role }) => wanted.includes(role)));
  }
}

const { LOOKED_AFTER, CHILD_PROTECTION, CHILD_IN_NEED, PREVIOUSLY_LOOKED_AFTER, KINSHIP } = SocialCareStatus;
const { SOCIAL_WORKER, ...others } = WorkerRole;

/** Children Act 1989 section 22. Short breaks (V3, V4) are none of social care's status. */
const lookedAfter = (facts: Facts): HeldInterval[] => facts.held(LOOKED_AFTER);

/** A child protection plan, from its start to its end. Source: CIN census, ChildProtectionPlans. */
const onProtectionPlan = (facts: Facts): HeldInterval[] => facts.held(CHILD_PROTECTION);

/** A Child in Need plan, from its start to its end. Source: CIN census, CINPlanDates. */
const onChildInNeedPlan = (facts: Facts): HeldInterval[] => facts.held(CHILD_IN_NEED);

/** Plan now: either plan. Source: domain.md §2.3 and §5, the virtual school's strategic role since September 2021. */
const onPlan = (facts: Facts): HeldInterval[] => facts.held(CHILD_PROTECTION, CHILD_IN_NEED);

/**
 * Social worker now: one is allocated, or the child is on a protection plan or looked after, which a social worker always
 * leads. A Child in Need plan alone does not tell. Source: Working Together to Safeguard Children 2023, chapter 3.
 */
const withSocialWorker = (facts: Facts): HeldInterval[] =>
  union([...facts.allocated(SOCIAL_WORKER), ...facts.held(CHILD_PROTECTION, LOOKED_AFTER)]);

/**
 * In need in the last six years: a plan or care on any day of the six years up to and including the day. Source: after
 * the Department for Education's CIN6, which counts census years.
 */
const inNeedSixYears = (facts: Facts): HeldInterval[] =>
  union(
    facts
      .held(CHILD_IN_NEED, CHILD_PROTECTION, LOOKED_AFTER)
      .map(({ from, until }) => ({ from, until: until === null ? null : sixYearsAfter(until) })),
  );

/** Left care by adoption or an order (E11, E12, E41, E45 to E48). Source: domain.md §2.3. */
const previouslyLookedAfter = (facts: Facts): HeldInterval[] => facts.held(PREVIOUSLY_LOOKED_AFTER);

/** With a special guardian who is a relative or friend (E45, E47). Source: domain.md §2.3, remit since September 2024. */
const inKinshipCare = (facts: Facts): HeldInterval[] => facts.held(KINSHIP);

/**
 * Ever a social worker: from the first day with one on. Who left care had one while in it. A Child in Need plan counts
 * but for the days when another worker was named and no social worker: until 2023 nobody else could lead one, and who
 * did then may not be held. Kinship care alone brings none. Source: domain.md §2.3.
 */
const everSocialWorker = (facts: Facts): HeldInterval[] => {
  const ledByOthers = subtract(facts.allocated(...Object.values(others)), facts.allocated(SOCIAL_WORKER));
  const days = [
    ...withSocialWorker(facts),
    ...previouslyLookedAfter(facts),
    ...subtract(onChildInNeedPlan(facts), ledByOthers),
  ];
  const [first] = union(days);
  return first ? [{ from: first.from, until: null }] : [];
};

/** By what each cohort is defined. */
const definitions: Readonly<Record<Cohort, (facts: Facts) => HeldInterval[]>> = {
  [Cohort.LOOKED_AFTER]: lookedAfter,
  [Cohort.CHILD_PROTECTION]: onProtectionPlan,
  [Cohort.CHILD_IN_NEED]: onChildInNeedPlan,
  [Cohort.ON_PLAN]: onPlan,
  [Cohort.SOCIAL_WORKER_NOW]: withSocialWorker,
  [Cohort.IN_NEED_SIX_YEARS]: inNeedSixYears,
  [Cohort.PREVIOUSLY_LOOKED_AFTER]: previouslyLookedAfter,
  [Cohort.KINSHIP]: inKinshipCare,
  [Cohort.EVER_SOCIAL_WORKER]: everSocialWorker,
};

/**
 * The days on which a child is in each cohort, as the fewest half-open intervals, earliest first; of a cohort the child
 * is never in, none. What a death ends has to be ended in what is given (`withinLife`); cohorts that outlast their fact
 * (six years, ever) run on, and the child who died is in none.
 */
export function cohortIntervals(
  statuses: readonly FollowedInterval[],
  allocations: readonly HeldAllocation[],
): ReadonlyMap<Cohort, HeldInterval[]> {
  const facts = new Facts(statuses, allocations);
  return new Map(Object.values(Cohort).map((cohort) => [cohort, definitions[cohort](facts)]));
}

function daysOf(intervals: readonly HeldInterval[]): HeldInterval[] {
  const held = intervals.filter(({ from, until }) => until === null || from < until);
  return union(held.map(({ from, until }) => ({ from, until })));
}

/** The first day of which the six years up to and including it hold no day before `until`. */
function sixYearsAfter(until: string): string {
  const last = Temporal.PlainDate.from(until).subtract({ days: 1 });
  const sixYearsOn = last.add({ years: 6 });
  // Six years after 29 February is 28 February, of whose six years 29 February is the first day.
  const stillHolds = Temporal.PlainDate.compare(sixYearsOn.subtract({ years: 6 }), last) < 0;
  return (stillHolds ? sixYearsOn.add({ days: 1 }) : sixYearsOn).toString();
}
