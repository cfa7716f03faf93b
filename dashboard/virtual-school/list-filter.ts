import type { Cohort } from '../gateway/operations.generated.js';
import { capital, counted } from '../words/codes.js';
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

/** The same, saying one thing more of the address. */
const noting = (filter: ListFilter, note: string): ListFilter => ({
  ...filter,
  note: filter.note === null ? note : `${filter.note} ${note}`,
});

/**
 * The filter by what there is: a team that social care does not name falls back, and the page says so. Where nobody could say which
 * teams there are, it stands as it was asked.
 */
export function amongTeams(filter: ListFilter, teams: readonly string[] | null): ListFilter {
  if (filter.team === null || teams === null || teams.includes(filter.team)) return filter;
  return noting(
    { ...filter, team: null },
    'The team in the address is not known: the children of every team are shown.',
  );
}

/** The teams to choose from, the chosen one among them; none where there is nothing to choose. */
export function teamsToChoose({ team }: ListFilter, teams: readonly string[] | null): readonly string[] {
  const named = teams ?? [];
  return team === null || named.includes(team) ? named : [team, ...named];
}

const plans: readonly string[] = ['CHILD_PROTECTION', 'CHILD_IN_NEED'];

/** On which plans the children of the list are, whoever the figures are of. */
const listedText: Readonly<Partial<Record<Cohort, string>>> = {
  CHILD_PROTECTION: 'on child protection plans',
  CHILD_IN_NEED: 'on child in need plans',
};

/** `8 children on child protection plans`: what the list has; without the number where it was not told. */
export function listTitle({ listed }: ListFilter, count: number | null): string {
  if (count === null) return 'Children to talk about';
  const on = (listed === null ? null : listedText[listed]) ?? 'on child in need or child protection plans';
  return `${counted(count, 'child', 'children')} ${on}`;
}

/** Whom the list names. Where another group than those on plans is chosen, that the list is not of it is said first. */
export function listText({ cohort, listed }: ListFilter, seesFigures: boolean): string {
  const whom = 'names only of children on plans whom you may see.';
  const names = seesFigures ? `Figures are of the whole group; ${whom}` : capital(whom);
  if (listed !== null || cohort === 'ON_PLAN') return names;
  const chosen = cohorts.find(([one]) => one === cohort)?.[1] ?? '';
  return `This list is not of the group that you chose, “${chosen}”: it has children on plans alone. ${names}`;
}

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
