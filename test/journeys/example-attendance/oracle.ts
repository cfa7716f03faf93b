import type { Example, ExampleChild } from './example.js';

/**
 * The rules of the example, written anew from their text and read day by day: slow, and nothing of the product in it.
 * R1 to R9 are their names there.
 */
type Kind = 'ATTENDED' | 'AUTHORISED' | 'UNAUTHORISED' | 'NOT_POSSIBLE' | 'ADMINISTRATIVE';

const kinds = new Map<string, Kind>([
  ...['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B'].map((code) => [code, 'ATTENDED'] as const),
  ...['C', 'C1', 'C2', 'E', 'I', 'J1', 'M', 'R', 'S', 'T'].map((code) => [code, 'AUTHORISED'] as const),
  ...['G', 'N', 'O', 'U'].map((code) => [code, 'UNAUTHORISED'] as const),
  ...['D', 'Q', 'X', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'].map((code) => [code, 'NOT_POSSIBLE'] as const),
  ...['#', 'Z'].map((code) => [code, 'ADMINISTRATIVE'] as const),
]);
const order: readonly Kind[] = ['ATTENDED', 'AUTHORISED', 'UNAUTHORISED', 'NOT_POSSIBLE', 'ADMINISTRATIVE'];

export function kindOf(code: string): Kind {
  const kind = kinds.get(code);
  if (!kind) throw new TypeError(`There is no code ${code} in the example.`);
  return kind;
}

const milliseconds = 86_400_000;
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * milliseconds).toISOString().slice(0, 10);
/** 0 on a Monday. */
export const weekdayOf = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;
export const mondayOf = (day: string): string => plusDays(day, -weekdayOf(day));

export interface Held {
  readonly from: string;
  readonly until: string | null;
}
/** R1: from the first day to the day before it ends. */
export const holds = ({ from, until }: Held, day: string): boolean => from <= day && (until === null || day < until);

export interface Session {
  readonly day: string;
  readonly half: number;
  readonly code: string;
  readonly urn: string;
}

const isMain = (status: string): boolean => status === 'C' || status === 'M';

/** R2b: the marks that a school made of a child on days the child was not on its roll. */
export const marksOutsideRoll = ({ registers, enrolments }: ExampleChild): string[] =>
  registers.flatMap(({ urn, week, marks }) =>
    marks.filter((code, at): code is string => {
      const day = plusDays(week, Math.floor(at / 2));
      return code !== null && !enrolments.some((one) => one.urn === urn && holds(one, day));
    }),
  );

/** R2 and R2b: every session once, and none that its school marked while the child was not on its roll. */
export function sessionsOf(child: ExampleChild, schools?: readonly string[]): Session[] {
  const best = new Map<string, { rank: readonly [number, number, string]; session: Session }>();
  for (const { urn, week, marks } of child.registers) {
    if (schools && !schools.includes(urn)) continue;
    marks.forEach((code, at) => {
      const day = plusDays(week, Math.floor(at / 2));
      const roll = child.enrolments.find((one) => one.urn === urn && holds(one, day));
      if (code === null || !roll) return;
      const rank = [order.indexOf(kindOf(code)), isMain(roll.status) ? 0 : 1, urn] as const;
      const key = `${day} ${String(at % 2)}`;
      const held = best.get(key);
      if (!held || before(rank, held.rank)) best.set(key, { rank, session: { day, half: at % 2, code, urn } });
    });
  }
  return [...best.values()].map(({ session }) => session);
}

function before(one: readonly [number, number, string], other: readonly [number, number, string]): boolean {
  if (one[0] !== other[0]) return one[0] < other[0];
  if (one[1] !== other[1]) return one[1] < other[1];
  return one[2] < other[2];
}

/** Of 100, to so many places, halves up; null of nothing. Whole numbers, for a floating half is not a half. */
export function percent(part: number, of: number, places = 4): number | null {
  const scale = 10 ** places;
  return of === 0 ? null : Math.floor((200 * scale * part + of) / (2 * of)) / scale;
}

export interface Counted {
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
  readonly late: number;
  readonly percent: number | null;
  readonly persistent: boolean | null;
  readonly severe: boolean | null;
}

/** R3 and R4. */
export function counted(sessions: readonly Pick<Session, 'code'>[]): Counted {
  const of = (kind: Kind): number => sessions.filter(({ code }) => kindOf(code) === kind).length;
  const [attended, authorised, unauthorised] = [of('ATTENDED'), of('AUTHORISED'), of('UNAUTHORISED')];
  const possible = attended + authorised + unauthorised;
  const absent = possible - attended;
  return {
    ...{ possible, attended, authorised, unauthorised },
    late: sessions.filter(({ code }) => code === 'L').length,
    percent: percent(attended, possible),
    persistent: possible === 0 ? null : 10 * absent >= possible,
    severe: possible === 0 ? null : 2 * absent >= possible,
  };
}

export const isPossible = ({ code }: Pick<Session, 'code'>): boolean =>
  !['NOT_POSSIBLE', 'ADMINISTRATIVE'].includes(kindOf(code));

export function figuresOfChild(child: ExampleChild): Counted & { readonly lastAttendedOn: string | null } {
  const sessions = sessionsOf(child);
  const attended = sessions.filter(({ code }) => kindOf(code) === 'ATTENDED').map(({ day }) => day);
  return { ...counted(sessions), lastAttendedOn: attended.sort().at(-1) ?? null };
}

/** The sessions of the days on which the child was in a cohort. */
export const sessionsWhile = (child: ExampleChild, within: (day: string) => boolean): Session[] =>
  sessionsOf(child).filter(({ day }) => within(day));

export const figuresWhile = (child: ExampleChild, status: string): Counted =>
  counted(sessionsWhile(child, (day) => child.statuses.some((one) => one.status === status && holds(one, day))));

/** R7: a school's pupils of a week, each by this school's own register. */
export function schoolWeek({ children }: Example, urn: string, week: string) {
  const pupils = children
    .map((child) => sessionsOf(child, [urn]).filter((one) => mondayOf(one.day) === week && isPossible(one)))
    .filter((sessions) => sessions.length > 0);
  const { possible, attended, percent: of } = counted(pupils.flat());
  return { urn, week, pupils: pupils.length, possible, attended, percent: of };
}
