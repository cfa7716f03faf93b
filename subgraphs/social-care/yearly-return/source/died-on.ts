import type { DateForm } from '../../../../platform/ingest/plain-date.js';

/** A day of death as written, with what it is held against. Dates are YYYY-MM-DD. */
export interface WrittenDeath {
  readonly text: string;
  readonly form: DateForm;
  /** Null where unborn or not known. */
  readonly bornOn: string | null;
  /** The last day it can have happened on: today. */
  readonly lastDay: string;
  /** The rule for a death before the birth, and what the sender calls the date. */
  readonly beforeBirthRule: string;
  readonly name: string;
}

/**
 * A day of death as read; null where it is blank, and where it cannot be, with the reason noted: the rest of the child is
 * taken without it.
 */
export function diedOn(written: WrittenDeath, leaveOut: (rule: string, reason: string) => void): string | null {
  const { text, form, bornOn, lastDay, beforeBirthRule, name } = written;
  if (text === '') return null;
  const on = form.read(text);
  if (on === null) leaveOut(form.rule, `${name} is not a date written ${form.form}.`);
  else if (bornOn !== null && on < bornOn) leaveOut(beforeBirthRule, `${name} is before the date of birth.`);
  else if (on > lastDay) leaveOut('death-in-future', `${name} is after today.`);
  else return on;
  return null;
}
