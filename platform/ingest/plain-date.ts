/** A written form of a plain date, and what to say of a value that has not that form. */
export interface DateForm {
  readonly rule: string;
  /** The form in letters, for a sentence. */
  readonly form: string;
  /** The date as `yyyy-mm-dd`, or null where the text is not a day of the calendar in this form. */
  readonly read: (text: string) => string | null;
}

/** `yyyy-mm-dd`: the form of every file that we invented. */
export const isoDate: DateForm = {
  rule: 'date-not-iso',
  form: 'yyyy-mm-dd',
  read: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text) ? text : null),
};

/**
 * A date of an XML file: `yyyy-mm-dd`, and a zone may follow, which says nothing of a day that a person wrote. Source: XML
 * Schema Part 2, date.
 */
export const xmlDate: DateForm = {
  ...isoDate,
  read: (text) => isoDate.read(text.replace(/(?:Z|[+-]\d{2}:\d{2})$/, '')),
};

/** `dd/mm/yyyy`: the form of the SSDA903 return. */
export const slashDate: DateForm = { rule: 'date-not-day-month-year', form: 'dd/mm/yyyy', read: dayFirst('/') };

/** `dd-mm-yyyy`: the form of the establishment register. */
export const dashDate: DateForm = { rule: 'date-not-day-month-year', form: 'dd-mm-yyyy', read: dayFirst('-') };

function dayFirst(separator: string): (text: string) => string | null {
  const form = new RegExp(`^(\\d{2})${separator}(\\d{2})${separator}(\\d{4})$`);
  return (text) => {
    const parts = form.exec(text);
    if (!parts) return null;
    const iso = `${parts[3] ?? ''}-${parts[2] ?? ''}-${parts[1] ?? ''}`;
    return isDay(iso) ? iso : null;
  };
}

/**
 * By hand and not by Temporal: a year's attendance file holds a million dates. The database's calendar has no year 0000.
 * Whether a day can be meant is another question (see bounds.ts).
 */
function isDay(iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  const month = Number(iso.slice(5, 7));
  const day = Number(iso.slice(8, 10));
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const monthShift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];

/** Whether a date is one of Monday to Friday (Sakamoto's rule). */
export function isWeekday(iso: string): boolean {
  const month = Number(iso.slice(5, 7));
  const year = Number(iso.slice(0, 4)) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const day = (year + leapDays + (monthShift[month - 1] ?? 0) + Number(iso.slice(8, 10))) % 7;
  return day !== 0 && day !== 6;
}
