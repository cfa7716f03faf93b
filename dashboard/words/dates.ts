import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/London';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const dayMs = 86_400_000;

const worded = (year: number, month: number, day: number): string => `${day} ${months[month - 1] ?? ''} ${year}`;

/** `2 Nov 2026`. A page says some hundred days, so that none of them is made into an object first. */
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

/** The first days of the months within two days, both included. */
export function monthsWithin(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from);
  const starts: string[] = [];
  for (let month = first.with({ day: 1 }); month.toString() <= to; month = month.add({ months: 1 }))
    if (month.toString() >= from) starts.push(month.toString());
  return starts;
}

/** `Nov`, and of the first month of a year `Jan 2026`. */
export function monthText(isoDate: string): string {
  const { month, year } = Temporal.PlainDate.from(isoDate);
  return month === 1 ? `${months[0] ?? ''} ${year}` : (months[month - 1] ?? '');
}

/** The school year of a day, or one so many years before, as the graph writes it: `2026/27`. It begins on 1 September. */
export function schoolYearOf(isoDate: string, before = 0): string {
  const { month, year } = Temporal.PlainDate.from(isoDate).subtract({ years: before });
  const begins = month >= 9 ? year : year - 1;
  return `${begins}/${String((begins + 1) % 100).padStart(2, '0')}`;
}

/** The first day of the school year that a day is in. */
export const schoolYearFrom = (isoDate: string): string => `${schoolYearOf(isoDate).slice(0, 4)}-09-01`;

/** The school year and term that a day is in, by months: `2026/27 Autumn`. */
export function termOf(isoDate: string): string {
  const { month } = Temporal.PlainDate.from(isoDate);
  const term = month >= 9 ? 'Autumn' : month < 4 ? 'Spring' : 'Summer';
  return `${schoolYearOf(isoDate)} ${term}`;
}
