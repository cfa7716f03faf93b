import { countsInLife, withinLife } from '../../../platform/access/lifetime.js';
import { type SchoolRegister, sessionsOf } from '../../../platform/code-sets/sessions.js';
import { cohortIntervals, type HeldAllocation } from '../cohort/cohort-intervals.js';
import type { FollowedInterval } from '../cohort/duty.js';
import { type OwnWeek, ownWeeks } from './own-weeks.js';
import { type PlanWeek, planWeeks } from './plan-weeks.js';
import { onRolls, type Roll, spellsOf } from '../attendance/rolls.js';
import { type CohortSuspension, cohortSuspensions, isCounted } from '../suspension/cohort-suspensions.js';
import type { ToldSuspension } from '../suspension/kept-suspension.repository.js';
import { weekAlerts } from './week-alerts.js';
import { type Slice, weekSlices } from './week-slices.js';

/** All that is kept of one child, of whichever owner, in any order. */
export interface KeptFacts {
  readonly statuses: readonly FollowedInterval[];
  readonly allocations: readonly HeldAllocation[];
  readonly rolls: readonly Roll[];
  readonly registers: readonly Omit<SchoolRegister, 'onRoll'>[];
  readonly suspensions: readonly ToldSuspension[];
}

/** What the read model says of one child. */
export interface ReadModel {
  readonly slices: readonly Slice[];
  readonly ownWeeks: readonly OwnWeek[];
  readonly planWeeks: readonly PlanWeek[];
  /** Those that count for a cohort. */
  readonly suspensions: readonly CohortSuspension[];
}

/**
 * The read model of one child, from what is kept: the same whatever order it is in. A session of the day the child died
 * still counts as the child's own; no cohort, plan, roll or team holds any more from that day on.
 */
export function readModelOf(kept: KeptFacts, diedOn: string | null): ReadModel {
  const statuses = withinLife(kept.statuses, diedOn);
  const allocations = withinLife(kept.allocations, diedOn);
  const sessions = sessionsOf(onRolls(kept.registers, kept.rolls), (on) => countsInLife(on, diedOn));
  const spells = withinLife(spellsOf(kept.rolls), diedOn);
  const weeks = ownWeeks(sessions, spells);
  const held = cohortIntervals(statuses, allocations);
  const cohorts = new Map([...held].map(([cohort, intervals]) => [cohort, withinLife(intervals, diedOn)]));
  const allocated = allocations.map(({ from }) => from);
  const suspensions = kept.suspensions.filter(({ startedOn }) => countsInLife(startedOn, diedOn));
  const suspended = suspensions.filter(isCounted).map(({ startedOn }) => startedOn);
  const alerts = weekAlerts({ sessions, weeks, spells, allocated, suspended });
  return {
    slices: weekSlices({ sessions, cohorts, allocations, rolls: kept.rolls }),
    ownWeeks: weeks,
    planWeeks: planWeeks({ statuses, allocations, spells, weeks, alerts }),
    suspensions: cohortSuspensions({ suspensions, cohorts, allocations, rolls: kept.rolls }),
  };
}
