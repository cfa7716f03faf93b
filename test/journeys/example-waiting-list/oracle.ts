import { Temporal } from 'temporal-polyfill';
import type { Example, ExampleEntry } from './example.js';

// The rules W1 to W9 as they are written, step by step and slowly. Nothing here is the product's.

const closures = ['DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR'];
const ends = [...closures, 'SEEN_FIRST', 'IN_TREATMENT'];
const bands = [
  ...([
    ['52+', 365],
    ['18-52', 127],
    ['12-18', 85],
    ['4-12', 29],
  ] as const),
  ...([
    ['2-4', 15],
    ['1-2', 8],
    ['0-1', 0],
  ] as const),
] as const;

const daysFrom = (from: string, to: string): number => Temporal.PlainDate.from(from).until(to).days;
const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
const earliest = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;

export interface ClockRead {
  readonly startedOn: string | null;
  readonly stoppedOn: string | null;
  readonly days: number | null;
  readonly breachOn: string | null;
  readonly state: string | null;
  readonly nullifiedOn: readonly string[];
}

/** An entry as it stands at the end of a day. */
export interface WaitRead {
  readonly status: string;
  readonly waiting: boolean;
  readonly daysWaiting: number;
  readonly weeksWaiting: number;
  readonly band: string;
  readonly localHoldDays: number;
  readonly wasNotBroughtFlag: boolean;
  readonly clock: ClockRead;
  readonly publishedSpell: Pick<ClockRead, 'startedOn' | 'days' | 'breachOn'> | null;
}

/** W3: a clock that started on a day, of a standard. */
function clockFrom(
  start: string | null,
  stop: string | null,
  on: string,
  fourWeeks: boolean,
): Omit<ClockRead, 'nullifiedOn'> {
  if (start === null) return { startedOn: null, stoppedOn: null, days: null, breachOn: null, state: null };
  const [limit, soon] = fourWeeks ? [28, 7] : [126, 14];
  const days = daysFrom(start, stop ?? on);
  const open = limit - days <= soon ? 'DUE_SOON' : 'ON_TRACK';
  const state = days > limit ? 'BREACHED' : stop === null ? open : 'STOPPED';
  return { startedOn: start, stoppedOn: stop, days, breachOn: plusDays(start, limit + 1), state };
}

/** W4 to W6: the day a standard's clock stops. */
function stopOf(entry: ExampleEntry, history: ExampleEntry['history'], standard: string, on: string): string | null {
  const first = (to: readonly string[]) => earliest(history.filter((one) => to.includes(one.to)).map((one) => one.on));
  const closed = first(closures);
  if (standard === 'FOUR_WEEKS') {
    const three = [first(['SEEN_FIRST']), entry.baselineOutcomeOn, entry.carePlanOn].flatMap((day) => day ?? []);
    const latest = [...three].sort().at(-1) ?? '';
    return earliest([...(three.length === 3 && latest <= on ? [latest] : []), ...(closed === null ? [] : [closed])]);
  }
  return standard === 'EIGHTEEN_WEEKS_COMMUNITY'
    ? first(ends)
    : earliest([first(['IN_TREATMENT']), closed].flatMap((day) => day ?? []));
}

/** W6: the day a missed first appointment that was properly offered nullified the clock. */
function nullified({ history }: Pick<ExampleEntry, 'history'>): { on: string; restart: string | null } | null {
  const at = history.findIndex(({ to }, place) => {
    const before = history[place - 1];
    return to === 'DID_NOT_ATTEND' && before?.firstAppointment === true && before.properlyOffered;
  });
  if (at < 0) return null;
  const restart = history.slice(at + 1).find(({ to }) => to === 'BOOKED')?.on ?? null;
  return { on: history[at]?.on ?? '', restart };
}

/** An entry as it stood at the end of a day; null where it had not been made. */
export function readEntry(area: Example, entry: ExampleEntry, on: string): WaitRead | null {
  const history = entry.history.filter((one) => one.on <= on);
  const last = history.at(-1);
  if (!last) return null;
  const standard = area.standards[entry.service] ?? '';
  const ended = earliest(history.filter(({ to }) => ends.includes(to)).map((one) => one.on));
  const daysWaiting = daysFrom(entry.receivedOn, ended ?? on);
  const lost = standard === 'EIGHTEEN_WEEKS_RTT' ? nullified({ history }) : null;
  const stop = stopOf(entry, history, standard, on);
  const fourWeeks = standard === 'FOUR_WEEKS';
  const holds = history.map(({ to, on: from }, at) =>
    to === 'ON_HOLD' ? daysFrom(from, history[at + 1]?.on ?? on) : 0,
  );
  const spell = clockFrom(history[0]?.on ?? '', stop, on, true);
  return {
    ...{ status: last.to, waiting: ended === null, daysWaiting, weeksWaiting: Math.floor(daysWaiting / 7) },
    band: bands.find(([, least]) => daysWaiting >= least)?.[0] ?? '',
    localHoldDays: holds.reduce((total, days) => total + days, 0),
    wasNotBroughtFlag: history.some(({ wasNotBrought }) => wasNotBrought),
    clock: {
      ...clockFrom(lost === null ? entry.receivedOn : lost.restart, stop, on, fourWeeks),
      nullifiedOn: lost === null ? [] : [lost.on],
    },
    publishedSpell:
      fourWeeks && entry.continuesFrom !== null
        ? { startedOn: spell.startedOn, days: spell.days, breachOn: spell.breachOn }
        : null,
  };
}

/** W8: linear between neighbours. */
function percentile(days: readonly number[], part: number): number {
  const sorted = [...days].sort((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.min(Math.floor(place) + 1, sorted.length - 1)] ?? 0;
  return low + (place - Math.floor(place)) * (high - low);
}

const toOneDecimal = (weeks: number): number => Math.floor(weeks * 10 + 0.5 + 1e-9) / 10;

/** Figures of those who waited on a day, of some of the entries. */
export function timesOf(area: Example, entries: readonly ExampleEntry[], on: string) {
  const read = entries.flatMap((entry) => readEntry(area, entry, on) ?? []);
  const days = read.filter(({ waiting }) => waiting).map(({ daysWaiting }) => daysWaiting);
  const [median, high] = [percentile(days, 0.5), percentile(days, 0.92)];
  const breached = read.filter(
    ({ clock, status }) => clock.state === 'BREACHED' && clock.stoppedOn === null && status !== 'REDIRECTED',
  );
  return {
    ...{ waiting: days.length, medianDays: median, medianWeeks: toOneDecimal(median / 7) },
    ...{ p92Days: high, p92Weeks: toOneDecimal(high / 7), breachedClocks: breached.length },
  };
}

/** How many of those who waited on a day are in each band. */
export const bandsOf = (area: Example, on: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    bands.map(([name]) => [
      name,
      area.entries.filter((entry) => {
        const read = readEntry(area, entry, on);
        return read?.waiting === true && read.band === name;
      }).length,
    ]),
  );

/** How many of those who waited on a day had waited 18 weeks at most, longer, and 52 weeks or more. */
export function weeksOf(area: Example, on: string) {
  const days = area.entries.flatMap((entry) => {
    const read = readEntry(area, entry, on);
    return read?.waiting === true ? [read.daysWaiting] : [];
  });
  return {
    within18Weeks: days.filter((one) => one <= 126).length,
    over18Weeks: days.filter((one) => one > 126).length,
    from52Weeks: days.filter((one) => one >= 365).length,
  };
}
