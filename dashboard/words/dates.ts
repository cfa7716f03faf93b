import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/London';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const worded = ({ day, month, year }: Temporal.PlainDate): string => `${day} ${months[month - 1] ?? ''} ${year}`;

/** `2 Nov 2026`. */
export const dayText = (isoDate: string): string => worded(Temporal.PlainDate.from(isoDate));

/** `2 Nov 2026, 6:10am`, of the clock in England. */
export function timeText(isoInstant: string): string {
  const at = Temporal.Instant.from(isoInstant).toZonedDateTimeISO(zone);
  const minute = String(at.minute).padStart(2, '0');
  return `${worded(at.toPlainDate())}, ${at.hour % 12 === 0 ? 12 : at.hour % 12}:${minute}${at.hour < 12 ? 'am' : 'pm'}`;
}

/** The Monday of a day's week. */
export function mondayOf(isoDate: string): string {
  const day = Temporal.PlainDate.from(isoDate);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

/** The Sunday of a day's week. */
export const sundayOf = (isoDate: string): string =>
  Temporal.PlainDate.from(mondayOf(isoDate)).add({ days: 6 }).toString();

/** So many weeks after a day; before it where negative. */
export const weeksFrom = (isoDate: string, weeks: number): string =>
  Temporal.PlainDate.from(isoDate).add({ weeks }).toString();

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
