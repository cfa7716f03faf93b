import { Temporal } from 'temporal-polyfill';

/** What a date in a file is the date of. */
export type DateKind =
  'birth' | 'expected-birth' | 'school-day' | 'event' | 'planned' | 'ahead' | 'register-opening' | 'register-closing';

/** The first and the last day that a date of one kind may be, and the rule that one outside of them breaks. */
export interface DateBound {
  readonly rule: string;
  readonly first: string;
  readonly last: string;
}

/** Every bound, on one day. */
export type DateBounds = Readonly<Record<DateKind, DateBound>>;

interface Span {
  /** In the words of docs/formats.md. */
  readonly of: string;
  readonly rule: string;
  /** The first day, or how many years before today it is. */
  readonly from: string | number;
  /** How many years after today the last day is. */
  readonly yearsAhead: number;
}

/**
 * The hub holds people up to 25 and what is said of them. Whoever is older on an agency's books is not one of them, and
 * a date of longer ago is a slip of the hand; five years are left over. Ours.
 */
const YEARS_BACK = 30;

const spans: Readonly<Record<DateKind, Span>> = {
  birth: { of: 'birth', rule: 'birth-date-out-of-range', from: YEARS_BACK, yearsAhead: 0 },
  // An unborn child's is within the year; a return may still name one of a child born since.
  'expected-birth': {
    of: 'an expected birth; left out alone',
    rule: 'expected-birth-date-out-of-range',
    from: YEARS_BACK,
    yearsAhead: 1,
  },
  // A mark is made in the session it is of. The present codes are from 1 September 2006. Source: Education (Pupil
  // Registration) (England) Regulations 2006.
  'school-day': { of: 'a session mark', rule: 'school-day-out-of-range', from: '2006-09-01', yearsAhead: 0 },
  // What has happened: a referral, a status taken, a plan completed, an episode begun.
  event: {
    of: 'what has happened: a referral, a status, an episode, a plan and its reviews, a PEP completed',
    rule: 'date-out-of-range',
    from: YEARS_BACK,
    yearsAhead: 0,
  },
  // What is agreed for the coming year: the next roll, an allocation, the day a plan is due.
  planned: {
    of: 'what is agreed: an entry to a roll, an allocation, the day a PEP is due',
    rule: 'date-out-of-range',
    from: YEARS_BACK,
    yearsAhead: 1,
  },
  // What may be said further ahead: the end of a roll or an allocation, an appointment.
  ahead: {
    of: 'what may be further off: leaving a roll, the end of an allocation, an appointment',
    rule: 'date-out-of-range',
    from: YEARS_BACK,
    yearsAhead: 3,
  },
  // Of a school, not of a child: some are centuries old, and a closure is proposed years before.
  'register-opening': { of: 'the opening of a school', rule: 'date-out-of-range', from: '1000-01-01', yearsAhead: 10 },
  'register-closing': { of: 'the closing of a school', rule: 'date-out-of-range', from: '1900-01-01', yearsAhead: 10 },
};

/** The bounds on one day: the hub's own, which is given, never asked of the machine's clock. */
export function boundsOn(today: string): DateBounds {
  const day = Temporal.PlainDate.from(today);
  const boundOf = ({ rule, from, yearsAhead }: Span): DateBound => ({
    rule,
    first: typeof from === 'string' ? from : day.subtract({ years: from }).toString(),
    last: day.add({ years: yearsAhead }).toString(),
  });
  return Object.fromEntries(Object.entries(spans).map(([kind, span]) => [kind, boundOf(span)])) as DateBounds;
}

/** Why a date cannot be one of its kind, naming the column that the file has it in; null where it can, or there is none. */
export function rangeFault(
  { rule, first, last }: DateBound,
  column: string,
  date: string | null,
): { readonly rule: string; readonly reason: string } | null {
  if (date === null || (date >= first && date <= last)) return null;
  return { rule, reason: `${column} is not between ${first} and ${last}.` };
}

/** Every kind of date in words: what it is of, its first and last day, and its rule. For docs/formats.md. */
export function boundRules(): readonly { readonly of: string; from: string; until: string; rule: string }[] {
  return Object.values(spans).map(({ of, rule, from, yearsAhead }) => ({
    of,
    from: typeof from === 'string' ? from : `${from} years before today`,
    until: yearsAhead === 0 ? 'today' : `${yearsAhead} ${yearsAhead === 1 ? 'year' : 'years'} from today`,
    rule,
  }));
}
