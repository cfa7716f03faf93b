import { openDays, type AcademicYear } from './calendar.js';

/** One suspension, lunchtime suspension or permanent exclusion, as the school tells of it. */
export interface Suspension {
  readonly category: 'SUSP' | 'LNCH' | 'PERM';
  /** A day on which the school is open. */
  readonly from: string;
  readonly session: 'AM' | 'PM';
  /** Sessions, or lunchtimes; 0 for good. */
  readonly length: number;
  /** Published codes, the main one first. */
  readonly reasons: readonly string[];
  /** Taken back on a day, after so many sessions or lunchtimes. */
  readonly cancelled?: { readonly on: string; readonly served: number };
  /** The first day of full-time education elsewhere, and who gives it. */
  readonly provision?: { readonly on: string; readonly provider: string };
}

/** A suspension of whole school days. */
export const daysSuspended = (
  from: string,
  schoolDays: number,
  reasons: readonly string[],
  provision?: Suspension['provision'],
): Suspension => ({
  ...{ category: 'SUSP', from, session: 'AM', length: 2 * schoolDays, reasons },
  ...(provision && { provision }),
});

type Codes = readonly [am: string | null, pm: string | null];

/** Where it is in place, education elsewhere is marked: B where the school arranges it, K where the council does. */
const elsewhere: Readonly<Record<Suspension['category'], string>> = { SUSP: 'B', LNCH: 'B', PERM: 'K' };

/** What a register shows of these on the days of a year: the code of each session that one of them takes. */
export function suspendedSessions(suspensions: readonly Suspension[], year: AcademicYear): ReadonlyMap<string, Codes> {
  const open = openDays(year);
  const marked = new Map<string, Codes>();
  for (const { category, from, session, length, cancelled, provision } of suspensions) {
    const first = open.indexOf(from);
    if (first < 0 || category === 'LNCH') continue;
    const before = session === 'PM' ? 1 : 0;
    const end = before + (category === 'PERM' ? Infinity : (cancelled?.served ?? length));
    for (const [at, date] of open.slice(first).entries()) {
      if (2 * at >= end) break;
      const code = provision && provision.on <= date ? elsewhere[category] : 'E';
      const taken = (slot: number): string | null => (slot >= before && slot < end ? code : null);
      const others = marked.get(date) ?? [null, null];
      marked.set(date, [taken(2 * at) ?? others[0], taken(2 * at + 1) ?? others[1]]);
    }
  }
  return marked;
}
