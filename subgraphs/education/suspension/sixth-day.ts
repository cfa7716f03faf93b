import { exclusionRuns } from './exclusion-runs.js';
import { type CountedSuspension, type IsSchoolDay, schoolDaysFrom } from './served-sessions.js';
import { SuspensionCategory } from './suspension-category.js';

/** A suspension with what is known of the provision made for it. */
export interface ProvidedSuspension extends CountedSuspension {
  /** The day full-time provision was in place; null where none is told of. */
  readonly provisionOn: string | null;
}

/** Full-time education that somebody owes a pupil who is kept out of school. */
export interface SixthDayDuty<Suspension> {
  /** The suspension it is told with: the first of its run. */
  readonly of: Suspension;
  readonly dueOn: string;
  /** The school's URN, or COUNCIL. */
  readonly dutyOf: string;
  readonly inPlaceOn: string | null;
  /** In place late, or not in place once the day is over. */
  readonly breached: boolean;
}

/** Who owes it after a permanent exclusion: the council where the child lives. */
const COUNCIL = 'COUNCIL';

/** The day of exclusion on which provision is due, of suspensions and of permanent exclusions alike. */
const DUE_ON_DAY = 6;

/** Whether a duty holds of a day at all: none does for a pupil past compulsory schooling. */
type Holds = (urn: string, dueOn: string) => boolean;

/**
 * What is owed to a child from the sixth consecutive school day of suspension, by the school, and from the sixth school day of
 * a permanent exclusion, by the council: a suspension just before one is not counted into it. As at a day. Sources: SI
 * 2007/1870 regulations 3 and 4, as SI 2014/3216 amended the former; Education Act 1996 section 19; Education and
 * Inspections Act 2006 section 100.
 */
export function sixthDayDuties<Suspension extends ProvidedSuspension>(
  suspensions: readonly Suspension[],
  isSchoolDay: IsSchoolDay,
  today: string,
  holds: Holds = () => true,
): SixthDayDuty<Suspension>[] {
  const owed = (of: Suspension, dueOn: string | undefined, dutyOf: string, run: readonly Suspension[]) => {
    if (dueOn === undefined || !holds(of.urn, dueOn)) return [];
    const inPlaceOn = run.flatMap(({ provisionOn }) => provisionOn ?? []).sort()[0] ?? null;
    return [{ of, dueOn, dutyOf, inPlaceOn, breached: (inPlaceOn ?? today) > dueOn }];
  };
  const bySchools = exclusionRuns(suspensions, isSchoolDay).flatMap(({ suspensions: run, days }) =>
    owed(run[0], days[DUE_ON_DAY - 1], run[0].urn, run),
  );
  const byCouncil = suspensions.filter(isForGood).flatMap((one) => {
    const days = firstOf(DUE_ON_DAY, schoolDaysFrom(one.urn, one.startedOn, isSchoolDay));
    return owed(one, days[DUE_ON_DAY - 1], COUNCIL, [one]);
  });
  return [...bySchools, ...byCouncil];
}

// One that was rescinded leaves nothing owed from here on.
const isForGood = ({ category, cancelledOn }: CountedSuspension): boolean =>
  category === SuspensionCategory.PERMANENT && cancelledOn === null;

function firstOf(count: number, days: Iterable<string>): string[] {
  const first: string[] = [];
  for (const day of days) if (first.push(day) === count) break;
  return first;
}
