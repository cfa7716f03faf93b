import { groupBy } from '../../../platform/record/batch.js';
import type { StoredEnrolment } from './stored-enrolment.js';

/** A spell on a school's roll, as far as it tells which of several to show. */
export type Spell = Pick<StoredEnrolment, 'from' | 'until' | 'status' | 'recordedAt'> & {
  readonly school: Pick<StoredEnrolment['school'], 'urn'>;
};

/**
 * The enrolments of all records of one child as one record, in the order they come. Nobody is on one roll twice at once:
 * where two records of one school hold the same days (a number that was put right, a register that does not have the
 * roll's), the roll goes before a register, and then what the school told last before what it told first.
 */
export function oneRoll<Roll extends Spell>(rolls: readonly Roll[]): Roll[] {
  const shown = new Set([...groupBy(rolls, ({ school }) => school.urn).values()].flatMap(oneOfASchool));
  return rolls.filter((one) => shown.has(one));
}

function oneOfASchool<Roll extends Spell>(rolls: readonly Roll[]): Roll[] {
  const kept: Roll[] = [];
  for (const one of [...rolls].sort(toldLastFirst)) {
    if (!kept.some((other) => overlap(one, other))) kept.push(one);
  }
  return kept;
}

const forever = '9999-12-31';
const isRegister = ({ status }: Spell): number => Number(status === 'UNKNOWN');
const textOf = ({ from, until, status }: Spell): string => [until ?? forever, from, status].join(' ');

function toldLastFirst(a: Spell, b: Spell): number {
  if (isRegister(a) !== isRegister(b)) return isRegister(a) - isRegister(b);
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? 1 : -1;
  return textOf(a) < textOf(b) ? -1 : 1;
}

/** Whether two spells hold a day in common, or begin on one. */
export function overlap(a: Spell, b: Spell): boolean {
  return a.from === b.from || (a.from < (b.until ?? forever) && b.from < (a.until ?? forever));
}
