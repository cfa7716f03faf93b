import { isPossible, type Session } from '../../../platform/code-sets/sessions.js';
import { holds } from '../../../platform/ingest/interval.js';
import { groupBy } from '../../../platform/record/batch.js';
import type { HeldAllocation } from '../cohort/cohort-intervals.js';
import type { Cohort } from '../cohort/cohort.js';
import type { HeldInterval } from '../cohort/held-interval.js';
import { type Counts, countsOf } from './counts.js';
import { mealsOn, phaseOf, provisionOn, type Roll } from '../attendance/rolls.js';
import type { FreeSchoolMeals, SliceProvision } from '../attendance/slice-words.js';
import { teamOn } from '../cohort/team-on.js';

/** Sessions of one slice of a child's week. They add up over any of the slice's names; children do not. */
export interface Slice extends Counts {
  readonly weekBeginning: string;
  readonly cohort: Cohort;
  readonly schoolUrn: string;
  /** Empty where no team held the case on the session's day. */
  readonly team: string;
  /** As on the first day counted, and so the next two. */
  readonly phase: string;
  readonly senProvision: SliceProvision;
  readonly freeSchoolMeals: FreeSchoolMeals;
}

/** What a child's slices follow from. */
interface Sliced {
  readonly sessions: readonly Session[];
  readonly cohorts: ReadonlyMap<Cohort, readonly HeldInterval[]>;
  readonly allocations: readonly HeldAllocation[];
  readonly rolls: readonly Roll[];
}

/** A session under one of the cohorts held on its day. */
interface Placed {
  readonly cohort: Cohort;
  readonly team: string;
  readonly session: Session;
}

/** Sessions of one day, each once under every cohort held then. */
function placed({ cohorts, allocations }: Sliced, on: string, sessions: readonly Session[]): Placed[] {
  const held = [...cohorts].filter(([, intervals]) => intervals.some((one) => holds(one, on)));
  if (held.length === 0) return [];
  const team = teamOn(allocations, on);
  return held.flatMap(([cohort]) => sessions.map((session) => ({ cohort, team, session })));
}

const nameOf = ({ cohort, team, session: { weekBeginning, schoolUrn } }: Placed): string =>
  JSON.stringify([weekBeginning, cohort, schoolUrn, team]);

/**
 * A child's sessions, in order of time, by week, cohort, school and team. A session counts in every cohort that is held on
 * its day; for the team that held the case on its day; at the school whose mark prevailed. What could not have been
 * attended counts nowhere.
 */
export function weekSlices(of: Sliced): Slice[] {
  const byDay = groupBy(of.sessions.filter(isPossible), ({ on }) => on);
  const all = [...byDay].flatMap(([on, sessions]) => placed(of, on, sessions));
  const slices = [...groupBy(all, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return slices.flatMap(([, within]) => {
    const [first] = within;
    if (!first) return [];
    const { weekBeginning, schoolUrn, on } = first.session;
    return {
      ...{ weekBeginning, cohort: first.cohort, schoolUrn, team: first.team },
      phase: phaseOf(of.rolls, schoolUrn),
      senProvision: provisionOn(of.rolls, on),
      freeSchoolMeals: mealsOn(of.rolls, on),
      ...countsOf(within.map(({ session }) => session)),
    };
  });
}
