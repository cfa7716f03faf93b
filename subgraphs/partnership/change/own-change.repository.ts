import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { AgreedActionChangeRow } from '../agreed-action/agreed-action-change.row.js';
import { AgreedActionRow } from '../agreed-action/agreed-action.row.js';
import { ChildRow } from '../child/child.row.js';
import { MatchDecisionRow } from '../identity/match-decision.row.js';
import { AgendaItemRow } from '../team-around-school/agenda-item.row.js';
import { change } from '../team-around-school/stored-item.js';
import { actionChanges, type ChangedAction } from './action-changes.js';
import { agendaChanges, type ChangedItem } from './agenda-changes.js';
import { IdentityChangeRow } from './identity-change.row.js';
import { type ChangedIdentity, type DecidedMatch, identityChanges, matchChanges } from './identity-changes.js';
import type { OwnChange } from './own-change.js';

const item = Columns.of(AgendaItemRow).only('id', 'childId', 'schoolUrn', 'meetingOn', 'outcome');
const action = Columns.of(AgreedActionRow).only('id', 'childId', 'schoolUrn', 'what', 'owner', 'dueOn', 'doneOn');
const done = Columns.of(AgreedActionChangeRow).without('actionId', 'childId', 'schoolUrn', 'actor');
const corrected = Columns.of(IdentityChangeRow).only('what', 'recordedAt');
const shown = Columns.of(ChildRow).only('childId', 'given', 'family', 'preferred', 'dateOfBirth');
const decided = Columns.of(MatchDecisionRow).only('seq', 'at', 'childId', 'kind', 'actor', 'actorName');

const items = {
  text: `select ${item.select('a')}, a.closed_at is not null as closed,
      (select ${change.list('c', 'c.version')} from partnership.agenda_item_change c where c.item_id = a.id) as history
    from ctx.keys($1) k join partnership.agenda_item a on a.child_id = k.held`,
  parse: item.parser<ChangedItem>({ history: change }),
};

const actions = {
  text: `select ${action.select('a')},
      (select ${done.list('c', 'c.version')} from partnership.agreed_action_change c where c.action_id = a.id) as history
    from ctx.keys($1) k join partnership.agreed_action a on a.child_id = k.held`,
  parse: action.parser<ChangedAction>({ history: done }),
};

// Every record of a child has what is shown of the child: it is told of the one that the child is shown by.
const identities = {
  text: `select ${corrected.select('i')}, ${shown.select('c')}
    from ctx.keys($1) k join partnership.identity_change i on i.child_id = k.held join partnership.child c on c.child_id = i.child_id
    where k.asked = k.held`,
  parse: (row: unknown): ChangedIdentity => {
    corrected.parser()(row);
    return shown.parser<ChangedIdentity>()(row);
  },
};

const decisions = {
  text: `select ${decided.select('d')} from ctx.keys($1) k join partnership.match_decision d on d.child_id = k.held
    where d.kind in ('CONFIRMED', 'KEPT_APART', 'SEPARATED')`,
  parse: decided.parser<DecidedMatch>(),
};

/** What changed of what the partnership itself holds of children, by its own histories; for the system that keeps the copy. */
export class OwnChangeRepository {
  async ofChildren(writing: Writing, children: readonly string[]): Promise<OwnChange[]> {
    const all = [children];
    return [
      ...(await writing.query(items.text, all)).map(items.parse).flatMap(agendaChanges),
      ...(await writing.query(actions.text, all)).map(actions.parse).flatMap(actionChanges),
      ...(await writing.query(identities.text, all)).map(identities.parse).flatMap(identityChanges),
      ...matchChanges((await writing.query(decisions.text, all)).map(decisions.parse)),
    ];
  }
}
