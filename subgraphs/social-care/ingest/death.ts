import type { DateForm } from '../../../platform/ingest/plain-date.js';

/** The day the child died, as one return says. */
export interface DeathFact {
  readonly kind: 'death';
  /** YYYY-MM-DD. */
  readonly diedOn: string;
}

/** A day of death as written, with what it is held against. Dates are YYYY-MM-DD. */
export interface WrittenDeath {
  readonly text: string;
  readonly form: DateForm;
  /** Null where unborn or not known. */
  readonly bornOn: string | null;
  /** Today in England; null where the caller does not know it. */
  readonly today: string | null;
  /** The rule for a death before the birth, and what the sender calls the date. */
  readonly beforeBirthRule: string;
  readonly name: string;
}

/**
 * A day of death as a fact; none where it is blank, and where it cannot be, with the reason noted: the rest of the child
 * is taken without it.
 */
export function deathOf(written: WrittenDeath, leaveOut: (rule: string, reason: string) => void): DeathFact[] {
  const { text, form, bornOn, today, beforeBirthRule, name } = written;
  if (text === '') return [];
  const diedOn = form.read(text);
  if (diedOn === null) leaveOut(form.rule, `${name} is not a date written ${form.form}.`);
  else if (bornOn !== null && diedOn < bornOn) leaveOut(beforeBirthRule, `${name} is before the date of birth.`);
  else if (today !== null && diedOn > today) leaveOut('death-in-future', `${name} is after today.`);
  else return [{ kind: 'death', diedOn }];
  return [];
}
