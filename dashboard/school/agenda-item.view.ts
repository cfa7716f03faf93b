import type { Answer } from '../gateway/answer.js';
import type { SchoolAgendaQuery } from '../gateway/operations.generated.js';
import { type Absence, type Shown, within } from '../gateway/shown.js';
import { daysFrom } from '../words/dates.js';
import { agendaDays, agendaIn, mayAskForPack } from './school.view.js';

type Team = NonNullable<NonNullable<SchoolAgendaQuery['school']>['teamAroundSchool']>;
export type StandingItem = NonNullable<Team['agenda']>[number];

/** One item of an agenda, in whichever of its answers; none where it is on no agenda that the reader may see. */
export interface ItemView {
  readonly item: Shown<StandingItem>;
  readonly absence: Absence;
}

/** One item of a school’s agenda. */
export function itemView(answer: Answer<SchoolAgendaQuery>, id: string): ItemView {
  const { items, absence } = agendaIn(answer, answer.data?.school?.teamAroundSchool);
  return { item: within(items, (all) => all.find((one) => one.id === id)), absence };
}

/** What can be done with an item on a day. */
export interface Doable {
  /** Whether it stands: it was not taken off, and its days are not over. */
  readonly stands: boolean;
  /** Whether what was decided can be written down: once the meeting has come. */
  readonly decided: boolean;
  /** The day it would end on if it were kept on today; null where it stands as long already, or the reader is not to say. */
  readonly keptUntil: string | null;
}

/** What somebody of a role can do with an item on a day, as far as the item says. Those who lead keep it on. */
export function doable(
  { meetingOn, until, closedOn }: Pick<StandingItem, 'meetingOn' | 'until' | 'closedOn'>,
  role: string,
  today: string,
): Doable {
  const stands = closedOn === null && until > today;
  const kept = daysFrom(today, agendaDays + 1);
  return {
    stands,
    decided: stands && (meetingOn === null || meetingOn <= today),
    keptUntil: stands && mayAskForPack(role) && kept > until ? kept : null,
  };
}
