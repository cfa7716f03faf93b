import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Conflict, type HubError, InvalidInput, NotFound, Refused } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import type { AgendaRepository } from '../team-around-school/agenda.repository.js';
import { words } from '../words.js';
import { toAction } from './agreed-action.mapper.js';
import { agreedActionPolicy, schoolsActionPolicy } from './agreed-action.policy.js';
import type { Actor, AgreedActionRepository } from './agreed-action.repository.js';
import type { AgreedAction } from './agreed-action.type.js';

/** What is said of an action to be recorded. */
export interface ActionEntry {
  /** The school whose team agreed it; null for the virtual school and social care. */
  readonly schoolUrn: string | null;
  readonly childId: string | null;
  readonly what: string;
  readonly owner: string;
  /** The body that the owner works for, by the id the hub knows it by; null where none is named. */
  readonly ownerOrganisation: string | null;
  readonly dueOn: string | null;
}

type Refusal =
  'NOT_A_MEMBER' | 'NO_SUCH_ORGANISATION' | 'NO_SUCH_CHILD' | 'CHILD_WHO_DIED' | 'NO_SUCH_ACTION' | 'CHANGED_SINCE';
type Answer = { readonly id: string } | { readonly refusal: Refusal };
type Asked = Parameters<RequestScope['writes']['run']>[0];

const about = { domain: Domain.PARTNERSHIP };

const errors: Readonly<Record<Refusal, () => HubError>> = {
  NOT_A_MEMBER: () => new Refused('You are not in the team around this school: its SENCO can add you.', about),
  NO_SUCH_ORGANISATION: () => new InvalidInput('ownerOrganisation must be a body of the partnership.'),
  NO_SUCH_CHILD: () => new NotFound('There is no such child for whom you may record an action.', about),
  CHILD_WHO_DIED: () => new Refused('No action is recorded for a child who has died; those recorded stay.', about),
  NO_SUCH_ACTION: () => new NotFound('There is no such action that you may complete.', about),
  CHANGED_SINCE: () => new Conflict('The action was changed since you saw it: look again.', about),
};

/**
 * Records what was agreed to be done for a child, and that it was done. What is refused is answered after the unit is
 * committed, so that the asking stays written down.
 */
export class ChangeActionService {
  constructor(
    private readonly scope: RequestScope,
    private readonly actions: AgreedActionRepository,
    private readonly agenda: AgendaRepository,
  ) {}

  async record(entry: ActionEntry, key: string): Promise<AgreedAction | null> {
    const said = { ...entry, what: words('what', entry.what), owner: words('owner', entry.owner) };
    const { schoolUrn, childId, dueOn } = said;
    if (childId === null) throw new InvalidInput('childId must be given.');
    if (schoolUrn !== null && !/^\d{6}$/.test(schoolUrn)) throw new InvalidInput('schoolUrn must be six digits.');
    if (dueOn !== null && dueOn < this.scope.today) throw new InvalidInput('dueOn must not be before today.');
    const subjects = { children: isSurrogateId(childId) ? [childId] : [] };
    const permit = this.permit(schoolUrn === null ? 'T4' : 'T2', 'recordAction');
    return this.once([{ permit, subjects }], key, said, (writing) => this.put(writing, { ...said, childId }));
  }

  async complete(id: string, expectedVersion: number, key: string): Promise<AgreedAction | null> {
    const subjects = { kind: 'agreed-action', keys: isSurrogateId(id) ? [id] : [] };
    const [plans, teams] = [this.permit('T4', 'completeAction'), this.permit('T2', 'completeAction')];
    // A role may be one of those for whom only one of the two kinds is: what it may not change, it is shown no row of.
    const may = [plans, teams].filter(({ refused }) => !refused);
    const asked = (may.length > 0 ? may : [plans]).map((permit) => ({ permit, subjects }));
    return this.once(asked, key, { id, expectedVersion }, async (writing) => {
      const action = isSurrogateId(id) ? await this.actions.forUpdate(writing, id) : null;
      if (!action) return { refusal: 'NO_SUCH_ACTION' };
      if (action.version !== expectedVersion || action.doneOn !== null) return { refusal: 'CHANGED_SINCE' };
      await this.actions.complete(writing, action, this.scope.today, this.actor);
      return { id };
    });
  }

  private async put(writing: Writing, entry: ActionEntry & { readonly childId: string }): Promise<Answer> {
    const { childId, schoolUrn, ownerOrganisation } = entry;
    const { today } = this.scope;
    if (schoolUrn !== null && !(await this.agenda.belongs(writing, schoolUrn))) return { refusal: 'NOT_A_MEMBER' };
    if (ownerOrganisation !== null && !(await this.actions.knows(writing, ownerOrganisation)))
      return { refusal: 'NO_SUCH_ORGANISATION' };
    const verdict = writing.opened[0]?.verdicts.get(childId);
    if (!verdict) return { refusal: 'NO_SUCH_CHILD' };
    if (hasDied(verdict.diedOn, today)) return { refusal: 'CHILD_WHO_DIED' };
    const heldUnder =
      schoolUrn === null ? childId : (await this.agenda.standing(writing, childId, schoolUrn)).heldUnder;
    if (heldUnder === null) return { refusal: 'NO_SUCH_CHILD' };
    const agendaItemId = schoolUrn === null ? null : await this.agenda.standingItem(writing, schoolUrn, childId, today);
    // What a school's team agreed stands under the record that is on its roll, as the items of its agenda do.
    const action = { ...entry, childId: heldUnder, agendaItemId, recordedOn: today };
    return { id: await this.actions.add(writing, action, this.actor) };
  }

  private async once(
    asked: Asked,
    key: string,
    body: object,
    effect: (writing: Writing) => Promise<Answer>,
  ): Promise<AgreedAction | null> {
    const done = await this.scope.writes.run(asked, async (writing) => {
      const answer = await writing.once(key, body, () => effect(writing));
      if ('refusal' in answer) return answer;
      // Asked again later, the caller may no longer see it.
      const action = await this.actions.byId(writing, answer.id);
      // Whose it is, is what the opening says: a record may have become another child's since.
      const childId = writing.opened.map(({ childOf }) => childOf.get(answer.id)).find((id) => id !== undefined);
      return { action: action && { ...action, childId: childId ?? action.childId } };
    });
    if ('refusal' in done) throw errors[done.refusal]();
    return done.action ? toAction(done.action) : null;
  }

  private get actor(): Actor {
    const { sub, name, role } = this.scope.caller.claims;
    return { sub, name: name || sub, role };
  }

  private permit(tier: 'T2' | 'T4', operation: string): Permit {
    const policy = tier === 'T4' ? agreedActionPolicy : schoolsActionPolicy;
    return Permit.for(this.scope.caller, policy, { tier, act: 'WRITE', operation });
  }
}
