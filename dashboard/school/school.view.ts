import type { Answer } from '../gateway/answer.js';
import type { SchoolAttentionQuery, SchoolTeamQuery } from '../gateway/operations.generated.js';
import { type Absence, absenceIn, faultAt, type Shown, shown, within } from '../gateway/shown.js';

type School = NonNullable<SchoolTeamQuery['school']>;
type Team = NonNullable<School['teamAroundSchool']>;
export type AgendaLine = NonNullable<Team['agenda']>[number];
export type Action = NonNullable<Team['actions']>[number];
export type Member = NonNullable<Team['members']>[number];
export type Directory = NonNullable<School['directory']>;
export type Attention = NonNullable<
  NonNullable<NonNullable<SchoolAttentionQuery['school']>['teamAroundSchool']>['attention']
>;

/** As far ahead as an item that is put on an agenda today stands: no meeting to come before that is missed. */
export const agendaDays = 27;

/** Those who lead a school, and who leads its team: they alone may ask for the papers of its meetings. */
const packRoles: readonly string[] = [
  'senco',
  'headteacher',
  'designated-safeguarding-lead',
  'team-around-school-lead',
];

export const mayAskForPack = (role: string): boolean => packRoles.includes(role);

/** What a school’s page shows, each part in whichever of its answers. */
export interface SchoolView {
  readonly attention: Shown<Attention>;
  readonly agenda: Shown<readonly AgendaLine[]>;
  /** What is past its day and not done. */
  readonly overdue: Shown<readonly Action[]>;
  /** What else is to be done. */
  readonly open: Shown<readonly Action[]>;
  readonly members: Shown<readonly Member[]>;
  readonly directory: Shown<Directory>;
  /** What a missing child of a list means. */
  readonly absence: Readonly<Record<'actions' | 'agenda' | 'attention', Absence>>;
}

/** A school’s page, as its two answers come to it. */
export function schoolView(
  team: Answer<SchoolTeamQuery>,
  attention: Answer<SchoolAttentionQuery>,
  today: string,
): SchoolView {
  const around = team.data?.school?.teamAroundSchool;
  const path = (field: string) => ['school', 'teamAroundSchool', field];
  const of = <T>(answer: Answer<unknown>, field: string, value: T | null | undefined): Shown<T> =>
    shown({ answer, path: path(field), domain: 'PARTNERSHIP', value, seesAll: false });
  const missing = (answer: Answer<unknown>, field: string): Absence =>
    absenceIn(answer.faults, path(field), false, 'PARTNERSHIP');
  const actions = of(team, 'actions', around?.actions);
  const agenda = agendaIn(team, around);
  const isLate = ({ dueOn }: Action): boolean => dueOn !== null && dueOn < today;
  return {
    attention: of(attention, 'attention', attention.data?.school?.teamAroundSchool?.attention),
    agenda: agenda.items,
    overdue: within(actions, (all) => all.filter(isLate)),
    open: within(actions, (all) => all.filter((one) => !isLate(one))),
    members: of(team, 'members', around?.members),
    directory: shown({
      ...{ answer: team, path: ['school', 'directory'], domain: 'PARTNERSHIP' as const },
      value: team.data?.school?.directory,
    }),
    absence: {
      actions: missing(team, 'actions'),
      agenda: agenda.absence,
      attention: missing(attention, 'attention'),
    },
  };
}

type Placed = Pick<AgendaLine, 'id' | 'closedOn' | 'meetingOn'>;

/** The agenda of a school’s team, and what a missing child of it means. */
export function agendaIn<Line extends Placed>(
  answer: Answer<unknown>,
  around: { readonly agenda: readonly Line[] | null; readonly coming: readonly Line[] | null } | null | undefined,
): { readonly items: Shown<readonly Line[]>; readonly absence: Absence } {
  const path = (field: string) => ['school', 'teamAroundSchool', field];
  const of = (field: string, value: readonly Line[] | null): Shown<readonly Line[]> =>
    shown({ answer, path: path(field), domain: 'PARTNERSHIP', value, seesAll: false });
  const missing = (field: string): Absence => absenceIn(answer.faults, path(field), false, 'PARTNERSHIP');
  // An agenda that is known in part is not known: what is to come is asked for beside what stands today.
  const comes = faultAt(answer.faults, path('coming')) === undefined;
  return {
    items: comes ? of('agenda', agendaOf(around?.agenda ?? [], around?.coming ?? [])) : of('coming', null),
    absence: missing('agenda') === 'not-known' ? 'not-known' : missing('coming'),
  };
}

/** What is to be talked about: today’s agenda, and those of the meetings to come, each item once, the next meeting first. */
export function agendaOf<Line extends Placed>(today: readonly Line[], coming: readonly Line[]): readonly Line[] {
  const known = new Map([...coming, ...today].map((item) => [item.id, item]));
  const place = ({ closedOn, meetingOn }: Line): string => `${closedOn === null ? 0 : 1} ${meetingOn ?? ''}`;
  return [...known.values()].sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

/** The posts that nobody holds, and those of which nobody told. */
export const postsWithout = ({ posts }: Directory) => (posts ?? []).filter(({ state }) => state !== 'HELD');
