import { Conflict, type HubError, NotFound, Refused } from '../../../platform/errors/hub-error.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { closedDay } from './meeting-day.js';

/** Why something is not done with an agenda. It is kept with the idempotency key, and so says nothing of the child. */
export type AgendaRefusal =
  | 'NOT_A_MEMBER'
  | 'SCHOOL_CLOSED'
  | 'NO_SUCH_CHILD'
  | 'CHILD_WHO_DIED'
  | 'NOT_FOR_THIS_AGENDA'
  | 'NO_SUCH_ITEM'
  | 'CHANGED_SINCE'
  | 'STANDS_NO_LONGER'
  | 'MEETING_TO_COME'
  | 'NOT_YOURS_TO_RENEW';

const about = { domain: Domain.PARTNERSHIP };

const errors: Readonly<Record<AgendaRefusal, () => HubError>> = {
  NOT_A_MEMBER: () => new Refused('You are not in the team around this school: its SENCO can add you.', about),
  SCHOOL_CLOSED: closedDay,
  NO_SUCH_CHILD: () => new NotFound('There is no such child whom you may see.', about),
  CHILD_WHO_DIED: () => new Refused('A child who has died is put on no agenda; their record stays open to you.', about),
  NOT_FOR_THIS_AGENDA: () => new Refused('This child cannot be put on this school’s agenda.', about),
  NO_SUCH_ITEM: () => new NotFound('There is no such item on your team’s agenda.', about),
  CHANGED_SINCE: () => new Conflict('The item was changed since you saw it: look again.', about),
  STANDS_NO_LONGER: () => new Conflict('The item stands no longer: put the child on the agenda anew.', about),
  MEETING_TO_COME: () => new Conflict('The meeting of this item is still to come.', about),
  NOT_YOURS_TO_RENEW: () => new Refused('Only those who lead the school, or its team, keep an item for longer.', about),
};

export const agendaError = (refusal: AgendaRefusal): HubError => errors[refusal]();
