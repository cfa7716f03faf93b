import { groupBy } from '../../../platform/record/batch.js';
import { type CountedSuspension, type IsSchoolDay, schoolDaysFrom, servedSessions } from './served-sessions.js';

/** Suspensions of one school that follow each other without a school day between, and the school days they take. */
export interface ExclusionRun<Suspension extends CountedSuspension> {
  readonly suspensions: readonly [Suspension, ...Suspension[]];
  /** Each day with any session of them, in order: school days that follow on one another. */
  readonly days: readonly string[];
}

/**
 * The runs of consecutive school days on which a pupil was suspended from a school, in one period or several: weekends,
 * holidays and closures are no school days and do not break a run; a day with one session of it is a day of it. Lunchtimes
 * neither count nor break it. Source: SI 2007/1870 regulation 3(3), as SI 2014/3216 amended it.
 */
export function exclusionRuns<Suspension extends CountedSuspension>(
  suspensions: readonly Suspension[],
  isSchoolDay: IsSchoolDay,
): ExclusionRun<Suspension>[] {
  return [...groupBy(suspensions, ({ urn }) => urn).values()].flatMap((own) => runsAtSchool(own, isSchoolDay));
}

function runsAtSchool<Suspension extends CountedSuspension>(
  suspensions: readonly Suspension[],
  isSchoolDay: IsSchoolDay,
): ExclusionRun<Suspension>[] {
  const runs: { suspensions: [Suspension, ...Suspension[]]; days: string[] }[] = [];
  for (const suspension of [...suspensions].sort(byFirstDay)) {
    const days = [...new Set(servedSessions(suspension, isSchoolDay).map(({ on }) => on))];
    const [first] = days;
    if (first === undefined) continue;
    const last = runs.at(-1);
    if (last && first <= nextSchoolDay(suspension.urn, last.days, isSchoolDay)) {
      last.suspensions.push(suspension);
      last.days = [...new Set([...last.days, ...days])].sort();
    } else runs.push({ suspensions: [suspension], days });
  }
  return runs;
}

/** The first school day after those of a run; the run's last where none is known. */
function nextSchoolDay(urn: string, days: readonly string[], isSchoolDay: IsSchoolDay): string {
  const last = days.at(-1) ?? '';
  for (const on of schoolDaysFrom(urn, last, isSchoolDay)) if (on > last) return on;
  return last;
}

const byFirstDay = (a: CountedSuspension, b: CountedSuspension): number =>
  a.startedOn < b.startedOn ? -1 : Number(a.startedOn > b.startedOn);
