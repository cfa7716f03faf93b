import { Temporal } from 'temporal-polyfill';
import { attendanceCode } from '../../platform/code-sets/attendance-codes.js';
import { unpackWeek } from '../../platform/code-sets/marks.js';
import { AttendanceCategory } from '../../platform/vocabulary/attendance-category.js';

/** A spell on a roll as it is stored, with the child it is of. */
export interface StoredSpell {
  readonly id: string;
  readonly child: string;
  readonly urn: string;
  readonly from: string;
  readonly until: string | null;
  readonly status: string;
}

/** A register week as it is stored. */
export interface StoredWeek {
  readonly enrolmentId: string;
  readonly weekBeginning: string;
  readonly marks: Uint8Array;
}

export interface SchoolWeek {
  readonly urn: string;
  readonly weekBeginning: string;
  readonly pupils: number;
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly persistentToDate: number;
  readonly severeToDate: number;
  readonly schoolDays: number;
}

/** One session of one enrolment, by the school's own register. */
interface Session {
  readonly on: string;
  readonly half: number;
  readonly enrolment: string;
  readonly code: string;
  readonly rank: number;
}

const { PRESENT, APPROVED_EDUCATIONAL_ACTIVITY, AUTHORISED_ABSENCE, UNAUTHORISED_ABSENCE } = AttendanceCategory;
const ranks: readonly (readonly AttendanceCategory[])[] = [
  [PRESENT, APPROVED_EDUCATIONAL_ACTIVITY],
  [AUTHORISED_ABSENCE],
  [UNAUTHORISED_ABSENCE],
];
const [ATTENDED, AUTHORISED, UNAUTHORISED, OTHER, SHUT] = [0, 1, 2, 3, 4] as const;

function rankOf(code: string, on: string): number {
  if (code === '#') return SHUT;
  const category = attendanceCode(code, on)?.category;
  if (category === undefined) throw new TypeError(`${code} has no meaning on ${on}`);
  const found = ranks.findIndex((categories) => categories.includes(category));
  return found === -1 ? OTHER : found;
}

const later = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
const mondayOf = (day: string): string => later(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
const septemberOf = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0))}-09-01`;

/** On which unbroken time on the roll a day lies: its first day, found by walking back; null where it lies on none. */
function timeOnRoll(spells: readonly StoredSpell[], on: string): string | null {
  const rolls = spells.filter(({ status }) => status !== 'UNKNOWN');
  if (rolls.length === 0) return 'no roll';
  const holds = (day: string): boolean => rolls.some(({ from, until }) => from <= day && (!until || day < until));
  if (!holds(on)) return null;
  // Only a first day of a spell can be a first day of the whole.
  return (
    rolls
      .map(({ from }) => from)
      .filter((from) => from <= on && !holds(later(from, -1)))
      .sort()
      .at(-1) ?? null
  );
}

function sessionsAt(spells: readonly StoredSpell[], weeks: readonly StoredWeek[]): Session[] {
  const best = new Map<string, Session>();
  for (const { enrolmentId, weekBeginning, marks } of weeks) {
    const spell = spells.find(({ id }) => id === enrolmentId);
    if (!spell) continue;
    for (const [slot, code] of unpackWeek(marks).entries()) {
      const on = later(weekBeginning, Math.floor(slot / 2));
      const own = spells.filter(({ child }) => child === spell.child);
      const since = timeOnRoll(own, on);
      if (code === null || since === null) continue;
      const rank = rankOf(code, on);
      const name = `${spell.child} ${on} ${String(slot % 2)}`;
      const held = best.get(name);
      if (!held || rank < held.rank)
        best.set(name, { on, half: slot % 2, enrolment: `${spell.child} ${since}`, code, rank });
    }
  }
  return [...best.values()];
}

const count = (sessions: readonly Session[], ...wanted: readonly number[]): number =>
  sessions.filter(({ rank }) => wanted.includes(rank)).length;

function weekOf(urn: string, weekBeginning: string, sessions: readonly Session[]): SchoolWeek {
  const now = sessions.filter(({ on }) => mondayOf(on) === weekBeginning);
  const friday = later(weekBeginning, 4);
  const toDate = sessions.filter(({ on }) => septemberOf(friday) <= on && on <= friday);
  const enrolments = [...new Set(sessions.map(({ enrolment }) => enrolment))];
  const far = (part: number): number =>
    enrolments.filter((one) => {
      const own = toDate.filter(({ enrolment }) => enrolment === one);
      const possible = count(own, ATTENDED, AUTHORISED, UNAUTHORISED);
      return possible > 0 && part * count(own, AUTHORISED, UNAUTHORISED) >= possible;
    }).length;
  const possible = now.filter(({ rank }) => rank <= UNAUTHORISED);
  const open = new Set(now.filter(({ rank }) => rank !== SHUT).map(({ on }) => on));
  return {
    ...{ urn, weekBeginning, pupils: new Set(possible.map(({ enrolment }) => enrolment)).size },
    ...{ possible: possible.length, attended: count(now, ATTENDED) },
    ...{ authorised: count(now, AUTHORISED), unauthorised: count(now, UNAUTHORISED) },
    ...{ persistentToDate: far(10), severeToDate: far(2) },
    schoolDays: [0, 1, 2, 3, 4].reduce((sum, day) => sum + (open.has(later(weekBeginning, day)) ? 2 ** day : 0), 0),
  };
}

/** What every school's weeks come to, day by day and pupil by pupil, of the weeks with a mark but #. Slow and plain. */
export function schoolWeeksOf(spells: readonly StoredSpell[], weeks: readonly StoredWeek[]): SchoolWeek[] {
  return [...new Set(spells.map(({ urn }) => urn))].sort().flatMap((urn) => {
    const sessions = sessionsAt(
      spells.filter((spell) => spell.urn === urn),
      weeks,
    );
    const mondays = [...new Set(sessions.filter(({ rank }) => rank !== SHUT).map(({ on }) => mondayOf(on)))].sort();
    return mondays.map((monday) => weekOf(urn, monday, sessions));
  });
}
