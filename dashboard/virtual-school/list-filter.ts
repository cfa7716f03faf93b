import type { Cohort } from '../gateway/operations.generated.js';
import { isDay, mondayOf } from '../words/dates.js';

/** Whom the figures are of. The list has names, of children on plans alone. */
export const cohorts = [
  ['ON_PLAN', 'On a child in need or child protection plan'],
  ['CHILD_PROTECTION', 'On a child protection plan'],
  ['CHILD_IN_NEED', 'On a child in need plan'],
  ['SOCIAL_WORKER_NOW', 'With a social worker'],
  ['LOOKED_AFTER', 'Looked after'],
] as const satisfies readonly (readonly [Cohort, string])[];

export interface ListFilter {
  readonly cohort: Cohort;
  /** The plan whose children are listed; null for both. */
  readonly listed: Cohort | null;
  /** The Monday of the week. */
  readonly week: string;
  readonly team: string | null;
  /** What of the address could not be taken, in a sentence; null where nothing. */
  readonly note: string | null;
}

const plans: readonly string[] = ['CHILD_PROTECTION', 'CHILD_IN_NEED'];

/** What an address asks for; a value that is none falls back, and the page says so. */
export function filterOf(query: Readonly<Record<string, string>>, thisWeek: string): ListFilter {
  const { cohort: asked = 'ON_PLAN', week = '', team = '' } = query;
  const known = cohorts.find(([cohort]) => cohort === asked);
  const cohort = known?.[0] ?? 'ON_PLAN';
  const badWeek = week !== '' && !isDay(week);
  const notes = [
    known ? '' : 'The group in the address is not known: children on plans are shown.',
    badWeek ? 'The week in the address is no date: the last whole week is shown.' : '',
  ].filter((note) => note !== '');
  return {
    cohort,
    listed: plans.includes(cohort) ? cohort : null,
    week: week === '' || badWeek ? thisWeek : mondayOf(week),
    team: team === '' ? null : team,
    note: notes.length === 0 ? null : notes.join(' '),
  };
}
