import { scaleLinear } from 'd3-scale';
import { daysBetween, daysFrom, mondayOf, weeksFrom } from '../words/dates.js';

export interface WeekOfAttendance {
  readonly weekBeginning: string;
  readonly state: string;
  readonly possible: number;
  readonly attended: number;
  readonly authorisedAbsence: number;
  readonly unauthorisedAbsence: number;
}

/** A lane of the picture: what is on it; that it could not be asked; or, where nothing is to be drawn, the words that say so. */
export type Lane<T> =
  | { readonly kind: 'drawn'; readonly items: readonly T[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'words'; readonly lines: readonly string[] };

/** Something that happened on a day. */
export interface Mark {
  readonly on: string;
  readonly words: string;
}

export type Shade = 'care-dark' | 'care-middle' | 'care-pale' | 'sen-dark' | 'sen-pale';

/** Something that held over some days: up to `until`, and still where that is null. */
export interface Bar {
  readonly from: string;
  readonly until: string | null;
  readonly words: string;
  readonly shade: Shade;
}

export interface WaitBar {
  /** What its lane is called. */
  readonly name: string;
  readonly from: string;
  readonly until: string | null;
  /** Whether it ended in being seen. */
  readonly seen: boolean;
  /** The first day on which its standard is not met, and the standard in words; null while no clock runs. */
  readonly standard: Mark | null;
}

/** Twelve months of a child: what is held of them, lane by lane. */
export interface TimelineData {
  /** A Monday. */
  readonly from: string;
  readonly today: string;
  readonly attendance: Lane<WeekOfAttendance>;
  readonly suspensions: Lane<Mark>;
  readonly moves: readonly Mark[];
  readonly care: Lane<Bar>;
  /** Days on which something of social care is due. */
  readonly careDue: readonly string[];
  readonly sen: Lane<Bar>;
  readonly waits: Lane<WaitBar>;
}

export interface Drawing {
  readonly kind: 'narrow' | 'wide';
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** The room above a lane for its name; none where names stand beside. */
  readonly above: number;
  /** The height of a week of ten sessions. */
  readonly tall: number;
  /** So many of the last weeks. */
  readonly weeks: number;
}

export const drawings: readonly Drawing[] = [
  { kind: 'wide', width: 960, left: 156, right: 14, above: 0, tall: 100, weeks: 53 },
  { kind: 'narrow', width: 290, left: 2, right: 6, above: 18, tall: 80, weeks: 20 },
];

/** Days after today that the axis goes on for, so that today is seen. */
const ahead = 4;

export const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Where days are in a drawing. */
export interface Axis {
  readonly from: string;
  readonly today: string;
  readonly to: string;
  readonly left: number;
  readonly right: number;
  /** The place of a day; of one before or after the axis, its end. */
  readonly at: (isoDate: string) => number;
  readonly holds: (isoDate: string) => boolean;
}

export function axisOf(data: Pick<TimelineData, 'from' | 'today'>, drawing: Drawing): Axis {
  const { today } = data;
  const lastWeeks = weeksFrom(mondayOf(today), 1 - drawing.weeks);
  const from = lastWeeks > data.from ? lastWeeks : data.from;
  const to = daysFrom(today, ahead);
  const [left, right] = [drawing.left, drawing.width - drawing.right];
  const scale = scaleLinear([0, Math.max(1, daysBetween(from, to))], [left, right]).clamp(true);
  return {
    ...{ from, today, to, left, right },
    at: (isoDate) => rounded(scale(daysBetween(from, isoDate))),
    holds: (isoDate) => isoDate >= from && isoDate <= to,
  };
}

/** Which of some things that held over days touch the axis. */
export const touching = <T extends { readonly from: string; readonly until: string | null }>(
  things: readonly T[],
  { from, to }: Axis,
): T[] => things.filter((thing) => thing.from <= to && (thing.until === null || thing.until > from));

/** About how wide drawn text of 13 px is. */
export const textWidth = (text: string): number => text.length * 7.4;

/** Where text about a day stands: over its middle, or held within the drawing’s ends. */
export function anchorAt(x: number, { left, right }: Axis): 'end' | 'middle' | 'start' {
  if (x > right - 30) return 'end';
  return x < left + 30 ? 'start' : 'middle';
}

/** The days of a week’s column, which ends two pixels before the next. */
export function columnOf(
  week: Pick<WeekOfAttendance, 'weekBeginning'>,
  axis: Axis,
): readonly [x: number, width: number] {
  const x = axis.at(week.weekBeginning);
  const end = axis.at(daysFrom(week.weekBeginning, 7));
  return [x, Math.max(1, rounded(end - x - 2))];
}
