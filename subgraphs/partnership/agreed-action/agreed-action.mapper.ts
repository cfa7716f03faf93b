import type { StoredAction } from './agreed-action.repository.js';
import type { AgreedAction } from './agreed-action.type.js';

/** An action as clients see it. Every field is named: a new column is never shown by accident. */
export function toAction(stored: StoredAction): AgreedAction {
  const { childId, id, what, owner, dueOn, doneOn, agendaItemId, version } = stored;
  return { childId, id, what, owner, dueOn, doneOn, agendaItemId, version };
}
