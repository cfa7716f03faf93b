import { unpackWeek } from '../../../platform/code-sets/marks.js';
import type { SchoolRegister } from '../../../platform/code-sets/sessions.js';
import { onRolls, type RollDays } from './rolls.js';

/** What is kept of a child's registers under one id of the child. */
export interface KeptRegisters {
  readonly childId: string;
  /** Marks packed as education packs them. */
  readonly weeks: readonly { readonly schoolUrn: string; readonly weekBeginning: string; readonly marks: string }[];
  readonly rolls: readonly RollDays[];
  /** Weeks in which a school on whose roll the child was is known to have been open: a bit a weekday, Monday = 1. */
  readonly schoolWeeks: readonly {
    readonly urn: string;
    readonly weekBeginning: string;
    readonly schoolDays: number;
  }[];
}

/** The registers of one child, whichever ids they are kept under: a week in which the school was open is one without a mark. */
export function registersOf(kept: readonly KeptRegisters[]): SchoolRegister[] {
  const marked = kept.flatMap(({ weeks }) =>
    weeks.map(({ marks, ...of }) => ({ ...of, codes: unpackWeek(Buffer.from(marks, 'latin1')) })),
  );
  const open = kept.flatMap(({ schoolWeeks }) =>
    schoolWeeks.map(({ urn: schoolUrn, ...of }) => ({ ...of, schoolUrn, codes: [] })),
  );
  return onRolls(
    [...marked, ...open],
    kept.flatMap(({ rolls }) => rolls),
  );
}
