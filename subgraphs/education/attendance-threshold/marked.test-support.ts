import fc from 'fast-check';
import { packWeek } from '../../../platform/code-sets/marks.js';
import type { PackedWeek } from '../attendance/packed-week.js';

/** The school that registers are of. */
export const school = '900001';

const firstMonday = Date.UTC(2025, 8, 1);

/** Any day from Monday 1 September 2025 on. */
export const dayAt = (at: number): string => new Date(firstMonday + at * 86_400_000).toISOString().slice(0, 10);

/** Long enough to reach over a summer into another school year. */
const WEEKS = 60;

/** A register of one week from ten codes; `.` is no mark, `+` is there. */
export const registered = (week: number, codes: string, over: Partial<PackedWeek> = {}): PackedWeek => ({
  schoolUrn: school,
  onRoll: null,
  weekBeginning: dayAt(7 * week),
  marks: packWeek(Array.from(codes, (code) => (code === '.' ? null : code === '+' ? '/' : code))),
  ...over,
});

/** Codes of a stretch of time: mostly there, or mostly not, or hardly marked, or closed. */
const mood = fc.constantFrom(
  '+++++++++OI',
  'OOOOOOOOUGN+',
  'NNNNO.',
  'IIIIIII+',
  'OOOOOOODD',
  '..........',
  '##########',
);
const stretch = fc.tuple(mood, fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), fc.boolean());

/** A child’s marks of many weeks at one school: by whole days where somebody keeps still, by halves where not. */
const marks = fc.array(stretch, { minLength: 30, maxLength: 60 }).map((stretches) =>
  stretches
    .flatMap(([codes, picks, whole]) =>
      picks.map((pick) => codes[pick % codes.length] ?? '.').map((code) => (whole ? code.repeat(2) : code)),
    )
    .join('')
    .padEnd(10 * WEEKS, '.')
    .slice(0, 10 * WEEKS),
);

/** Marks of one child, on which days the school is known to be open (or it is not known), and the day that is asked about. */
export const anyChild = fc.record({
  marks,
  closed: fc.array(fc.nat(7 * WEEKS), { maxLength: 200 }).map((days) => new Set(days.map(dayAt))),
  unknown: fc.array(fc.nat(7 * WEEKS), { maxLength: 40 }).map((days) => new Set(days.map(dayAt))),
  at: fc.integer({ min: 20, max: 7 * WEEKS - 1 }),
});

export const weeksFrom = (text: string): PackedWeek[] =>
  Array.from({ length: WEEKS }, (_, week) => registered(week, text.slice(10 * week, 10 * week + 10)));
