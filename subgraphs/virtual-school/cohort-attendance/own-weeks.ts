import { schoolDays } from '../../../platform/code-sets/register-week.js';
import { isAttended, isPossible, type Session } from '../../../platform/code-sets/sessions.js';
import { groupBy } from '../../../platform/record/batch.js';
import { type Counts, countsOf } from './counts.js';
import { mainSchoolOn, type RollSpan } from '../attendance/rolls.js';

/** A child's own week, whatever the status. */
export interface OwnWeek extends Counts {
  readonly weekBeginning: string;
  /** The last day attended, up to the end of the week. */
  readonly lastAttendedOn: string | null;
  /** A bit a weekday, Monday = 1. */
  readonly nDays: number;
  readonly possibleDays: number;
  /** The main school on the week's first school day with one, and on the last. */
  readonly firstMainUrn: string | null;
  readonly lastMainUrn: string | null;
}

/** A bit for each weekday of a week on which any of the sessions was. */
function bitsOf(days: readonly string[], sessions: readonly Session[]): number {
  const marked = new Set(sessions.map(({ on }) => on));
  return days.reduce((bits, on, at) => (marked.has(on) ? bits | (1 << at) : bits), 0);
}

/** The weeks of which a child's sessions, in order of time, tell; all registers, each session once. */
export function ownWeeks(sessions: readonly Session[], spells: readonly RollSpan[]): OwnWeek[] {
  let lastAttendedOn: string | null = null;
  return [...groupBy(sessions, ({ weekBeginning }) => weekBeginning)].map(([weekBeginning, within]) => {
    const days = schoolDays(weekBeginning);
    const mains = days.flatMap((on) => mainSchoolOn(spells, on) ?? []);
    lastAttendedOn = within.findLast(isAttended)?.on ?? lastAttendedOn;
    return {
      weekBeginning,
      ...countsOf(within),
      lastAttendedOn,
      nDays: bitsOf(
        days,
        within.filter(({ code }) => code === 'N'),
      ),
      possibleDays: bitsOf(days, within.filter(isPossible)),
      firstMainUrn: mains[0] ?? null,
      lastMainUrn: mains.at(-1) ?? null,
    };
  });
}
