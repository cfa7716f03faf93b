import { mondayOf } from '../../../platform/code-sets/register-week.js';
import { holds } from '../../../platform/ingest/interval.js';
import { mealsOn, phaseOf, provisionOn, type Roll } from '../attendance/rolls.js';
import type { HeldAllocation } from '../cohort/cohort-intervals.js';
import type { Cohort } from '../cohort/cohort.js';
import type { HeldInterval } from '../cohort/held-interval.js';
import { teamOn } from '../cohort/team-on.js';
import type { CountedSuspensionRow } from './counted-suspension.row.js';
import type { ToldSuspension } from './kept-suspension.repository.js';

/** A suspension that counts for a cohort. */
export type CohortSuspension = Readonly<Omit<CountedSuspensionRow, 'childId'>>;

/** What a child's suspensions are counted by. */
interface Counted {
  readonly suspensions: readonly ToldSuspension[];
  readonly cohorts: ReadonlyMap<Cohort, readonly HeldInterval[]>;
  readonly allocations: readonly HeldAllocation[];
  readonly rolls: readonly Roll[];
}

/** Whether it is one that figures and alerts count: of sessions or for good, and not cancelled. */
export const isCounted = ({ category, cancelledOn }: ToldSuspension): boolean =>
  category !== 'LUNCHTIME' && cancelledOn === null;

/**
 * A child's suspensions and permanent exclusions, each once in every cohort that is held on its first day; for the team that
 * held the case then. One that was cancelled counts nowhere, nor do lunchtimes.
 */
export function cohortSuspensions({ suspensions, cohorts, allocations, rolls }: Counted): CohortSuspension[] {
  return suspensions.filter(isCounted).flatMap(({ schoolUrn, startedOn, category, sessions }) => {
    const held = [...cohorts].filter(([, intervals]) => intervals.some((one) => holds(one, startedOn)));
    return held.map(([cohort]) => ({
      ...{ cohort, schoolUrn, startedOn, category, sessions: sessions ?? 0 },
      weekBeginning: mondayOf(startedOn),
      team: teamOn(allocations, startedOn),
      phase: phaseOf(rolls, schoolUrn),
      senProvision: provisionOn(rolls, startedOn),
      freeSchoolMeals: mealsOn(rolls, startedOn),
    }));
  });
}
