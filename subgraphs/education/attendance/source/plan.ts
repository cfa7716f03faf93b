import { randomUUID } from 'node:crypto';
import { SESSIONS_A_WEEK } from '../../../../platform/code-sets/register-week.js';
import { registerPlace } from '../register-place.js';
import type { HeldEnrolment, Moment } from '../../enrolment/held-enrolment.js';
import type { SessionMarksFact } from './fact.js';
import { type KeptWeek, WeekHomes } from './week-homes.js';

/** One enrolment's week as a file gives it. */
export interface GivenWeek {
  readonly enrolmentId: string;
  /** The school's record that the enrolment and its weeks are of. */
  readonly childId: string;
  readonly urn: string;
  readonly weekBeginning: string;
  /** Ten codes; null where the file gives none. */
  readonly codes: (string | null)[];
  /** By which file each of them is given. */
  readonly files: (string | null)[];
  /** The slots of the mornings of the days it gives, once a fact. */
  readonly mornings: number[];
}

/** What a register makes of one record's weeks. */
export interface RegisterPlan {
  readonly weeks: readonly GivenWeek[];
  /** Enrolments made up because no roll of that school is held. */
  readonly provisional: readonly HeldEnrolment[];
}

/**
 * One record's weeks from the days of a register, in the record's own enrolments among those held of the child. A day
 * without a mark says nothing. A week is kept once for each school, wherever it was first put: the spell that its days are of may be
 * told, or put right, afterwards, and a mark that replaces another must find it.
 */
export function planRegister(
  childId: string,
  held: readonly HeldEnrolment[],
  facts: readonly SessionMarksFact[],
  { now }: Moment,
  kept: readonly KeptWeek[],
): RegisterPlan {
  const own = held.filter((one) => one.childId === childId);
  const homes = new WeekHomes(own, kept);
  const weeks = new Map<string, GivenWeek>();
  const provisional = new Map<string, HeldEnrolment>();
  const marked = facts
    .filter(({ am, pm }) => am !== null || pm !== null)
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  for (const { urn, date, am, pm, file } of marked) {
    const { weekBeginning, morning } = registerPlace(date);
    const enrolment =
      homes.of(urn, weekBeginning, morning) ??
      enrolmentOf(own, urn, date) ??
      provisional.get(urn) ??
      provisionalOf(childId, urn, date, now);
    if (!own.includes(enrolment)) provisional.set(urn, enrolment);
    const name = `${enrolment.id} ${weekBeginning}`;
    if (!weeks.has(name)) homes.add(enrolment, weekBeginning);
    const week = weeks.get(name) ?? emptyWeek(enrolment, weekBeginning);
    weeks.set(name, week);
    for (const [half, code] of [am, pm].entries()) {
      if (code === null) continue;
      week.codes[morning + half] = code;
      week.files[morning + half] = file;
    }
    week.mornings.push(morning);
  }
  return { weeks: [...weeks.values()], provisional: [...provisional.values()] };
}

/** The spell at the school that covers the day; otherwise the latest before it, otherwise the first. */
function enrolmentOf(held: readonly HeldEnrolment[], urn: string, on: string): HeldEnrolment | undefined {
  const atSchool = held.filter((one) => one.urn === urn);
  const begun = atSchool.filter(({ from }) => from <= on);
  return begun.findLast((one) => on < (one.leftOn ?? '9999-12-31')) ?? begun.at(-1) ?? atSchool[0];
}

function provisionalOf(childId: string, urn: string, firstMarkOn: string, recordedAt: string): HeldEnrolment {
  return {
    id: randomUUID(),
    childId,
    urn,
    yearGroup: null,
    from: firstMarkOn,
    leftOn: null,
    supersededOn: null,
    status: 'UNKNOWN',
    needs: [],
    freeSchoolMeals: [],
    leftCareBy: null,
    provisions: [],
    recordedAt,
  };
}

function emptyWeek({ id, childId, urn }: HeldEnrolment, weekBeginning: string): GivenWeek {
  const none = (): (string | null)[] => new Array<string | null>(SESSIONS_A_WEEK).fill(null);
  return { enrolmentId: id, childId, urn, weekBeginning, codes: none(), files: none(), mornings: [] };
}
