import { unpackWeek } from '../../../platform/code-sets/marks.js';
import type { SchoolRegister } from '../../../platform/code-sets/sessions.js';
import { onRolls, type RollDays } from './rolls.js';

/** What is kept of a child's registers under one id of the child. */
export interface KeptRegisters {
  readonly childId: string;
  /** Marks packed as education packs them. */
  readonly weeks: readonly { readonly schoolUrn: string; readonly weekBeginning: string; readonly marks: string }[];
  readonly rolls: readonly RollDays[];
  /** Weeks in which a school on whose roll the child was marked anybody: a bit a weekday, Monday = 1. */
  readonly schoolWeeks: readonly {
    readonly urn: string;
    readonly weekBeginning: string;
    readonly schoolDays: number;
  }[];
  /** Weeks with a day on which the calendar of such a school has it closed. */
  readonly calendarWeeks: readonly {
    readonly urn: string;
    readonly weekBeginning: string;
    readonly calendarDays: number;
    readonly openDays: number;
  }[];
}

/** What is known of a school's week, whoever it marked. */
type KnownWeek = Pick<SchoolRegister, 'schoolUrn' | 'weekBeginning' | 'schoolDays' | 'calendarDays' | 'openDays'>;

/** Marks of anybody and the calendar, school by school and week by week. */
function knownWeeks(kept: readonly KeptRegisters[]): KnownWeek[] {
  const known = new Map<string, KnownWeek>();
  for (const { urn: schoolUrn, ...week } of kept.flatMap((one) => [...one.schoolWeeks, ...one.calendarWeeks])) {
    const name = `${schoolUrn} ${week.weekBeginning}`;
    known.set(name, { ...known.get(name), ...week, schoolUrn });
  }
  return [...known.values()];
}

/** The registers of one child, whichever ids they are kept under: a week that its school marked others in, or was closed, is one without a mark. */
export function registersOf(kept: readonly KeptRegisters[]): SchoolRegister[] {
  const marked = kept.flatMap(({ weeks }) =>
    weeks.map(({ marks, ...of }) => ({ ...of, codes: unpackWeek(Buffer.from(marks, 'latin1')) })),
  );
  return onRolls(
    [...marked, ...knownWeeks(kept).map((week) => ({ ...week, codes: [] }))],
    kept.flatMap(({ rolls }) => rolls),
  );
}
