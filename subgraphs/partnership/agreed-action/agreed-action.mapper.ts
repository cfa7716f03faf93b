import { toChange } from '../team-around-school/team-change.mapper.js';
import type { StoredAction } from './agreed-action.repository.js';
import type { AgreedAction } from './agreed-action.type.js';

/** An action as clients see it. Every field is named: a new column is never shown by accident. */
export function toAction(stored: StoredAction): AgreedAction {
  const { childId, id, what, owner, dueOn, doneOn, recordedOn, agendaItemId, version, organisation, history } = stored;
  return {
    childId,
    id,
    what,
    owner,
    ownerOrganisation: organisation && { id: organisation.id, name: organisation.name, kind: organisation.kind },
    dueOn,
    recordedOn,
    doneOn,
    agendaItemId,
    history: history.map((one) => toChange({ ...one, words: null }, false)),
    version,
  };
}
