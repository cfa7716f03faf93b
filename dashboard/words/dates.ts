import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/London';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dayMs = 86_400_000;

const worded = (year: number, month: number, day: number): string => `${day} ${months[month - 1] ?? ''} ${year}`;

/** `2 Nov 2026`. A page says some hundred days, so that none of them is made into an object first: here and below. */
export function dayText(isoDate: string): string {
  const [year = NaN, month = NaN, day = NaN] = isoDate.slice(0, 10).split('-').map(Number);
  return worded(year, month, day);
}

/** `2 Nov 2026, 6:10am`, of the clock in England. */
export function timeText(isoInstant: string): string {
  const at = Temporal.Instant.from(isoInstant).toZonedDateTimeISO(zone);
  const minute = String(at.minute).padStart(2, '0');
  return `${worded(at.year, at.month, at.day)}, ${at.hour % 12 === 0 ? 12 : at.hour % 12}:${minute}${at.hour < 12 ? 'am' : 'pm'}`;
}

/** The Monday of a day's week. */
export function mondayOf(isoDate: string): string {
  // Sunday is 0 to the platform, and the last of its week here.
  return daysFrom(isoDate, -((new Date(isoDate).getUTCDay() + 6) % 7));
}

/** The Sunday of a day's week. */
export const sundayOf = (isoDate: string): string => daysFrom(mondayOf(isoDate), 6);

/** So many weeks after a day; before it where negative. */
export const weeksFrom = (isoDate: string, weeks: number): string => daysFrom(isoDate, 7 * weeks);

/** Whether a text is a date written yyyy-mm-dd. */
export function isDay(text: string): boolean {
  try {
    return (
      /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
    );
  } catch {
    return false;
  }
}

/** So many days after a day; before it where negative. */
export const daysFrom = (isoDate: string, days: number): string =>
  new Date(Date.parse(isoDate) + days * dayMs).toISOString().slice(0, 10);

/** How many days lie from one day to another; negative where it is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** The year and the month of a day. */
const yearAndMonth = (isoDate: string): readonly [year: number, month: number] => [
  Number(isoDate.slice(0, 4)),
  Number(isoDate.slice(5, 7)),
];

/** The first days of the months within two days, both included. */
export function monthsWithin(from: string, to: string): string[] {
  const [[firstYear, firstMonth], [lastYear, lastMonth]] = [yearAndMonth(from), yearAndMonth(to)];
  const starts: string[] = [];
  for (let month = firstYear * 12 + firstMonth - 1; month < lastYear * 12 + lastMonth; month++) {
    const start = `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    if (start >= from && start <= to) starts.push(start);
  }
  return starts;
}

/** `Nov`, and of the first month of a year `Jan 2026`. */
export function monthText(isoDate: string): string {
  const [year, month] = yearAndMonth(isoDate);
  return month === 1 ? `${months[0] ?? ''} ${year}` : (months[month - 1] ?? '');
}

/** The school year of a day, or one so many years before, as the graph writes it: `2026/27`. It begins on 1 September. */
export function schoolYearOf(isoDate: string, before = 0): string {
  const [year, month] = yearAndMonth(isoDate);
  const begins = (month >= 9 ? year : year - 1) - before;
  return `${begins}/${String((begins + 1) % 100).padStart(2, '0')}`;
}

/** The first day of the school year that a day is in. */
export const schoolYearFrom = (isoDate: string): string => `${schoolYearOf(isoDate).slice(0, 4)}-09-01`;

/** The school year and term that a day is in, by months: `2026/27 Autumn`. */
export function termOf(isoDate: string): string {
  const [, month] = yearAndMonth(isoDate);
  const term = month >= 9 ? 'Autumn' : month < 4 ? 'Spring' : 'Summer';
  return `${schoolYearOf(isoDate)} ${term}`;
}
