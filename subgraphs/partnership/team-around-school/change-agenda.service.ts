import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Conflict, type HubError, NotFound, Refused } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { childPolicy } from '../child/child.policy.js';
import { untilOf } from './agenda.js';
import { toItem } from './agenda-item.mapper.js';
import type { AgendaItem } from './agenda-item.type.js';
import type { AgendaRepository } from './agenda.repository.js';
import { mayPutRestricted, teamAroundSchoolPolicy } from './team-around-school.policy.js';
import { words } from '../words.js';

/** What a member says of a child to be discussed. */
export interface AgendaEntry {
  readonly schoolUrn: string;
  readonly childId: string;
  readonly reason: string;
  readonly childVoice: string | null;
  readonly parentVoice: string | null;
}

type Refusal =
  'NOT_A_MEMBER' | 'NO_SUCH_CHILD' | 'CHILD_WHO_DIED' | 'NOT_FOR_THIS_AGENDA' | 'NO_SUCH_ITEM' | 'CHANGED_SINCE';
type Answer = { readonly id: string } | { readonly refusal: Refusal };

const about = { domain: Domain.PARTNERSHIP };

const errors: Readonly<Record<Refusal, () => HubError>> = {
  NOT_A_MEMBER: () => new Refused('You are not in the team around this school: its SENCO can add you.', about),
  NO_SUCH_CHILD: () => new NotFound('There is no such child whom you may see.', about),
  CHILD_WHO_DIED: () => new Refused('A child who has died is put on no agenda; their record stays open to you.', about),
  // Not on the roll, and under a restriction, are one answer: that there is a restriction is itself the secret.
  NOT_FOR_THIS_AGENDA: () =>
    new Refused('This child cannot be put on this school’s agenda: ask its safeguarding lead.', about),
  NO_SUCH_ITEM: () => new NotFound('There is no such item on your team’s agenda.', about),
  CHANGED_SINCE: () => new Conflict('The item was changed since you saw it: look again.', about),
};

/**
 * Puts children on the agenda of the team around their school, and takes them off. What is refused is answered after
 * the unit is committed, so that the asking stays written down.
 */
export class ChangeAgendaService {
  constructor(
    private readonly scope: RequestScope,
    private readonly items: AgendaRepository,
  ) {}

  async add(entry: AgendaEntry, key: string): Promise<AgendaItem | null> {
    const { caller } = this.scope;
    const subjects = { children: isSurrogateId(entry.childId) ? [entry.childId] : [] };
    const sees = Permit.for(caller, childPolicy, { tier: 'T1', operation: 'addToAgenda' });
    const asked = [
      { permit: this.permit('addToAgenda'), subjects },
      { permit: sees, subjects },
    ];
    const said = {
      ...entry,
      reason: words('reason', entry.reason),
      childVoice: entry.childVoice === null ? null : words('childVoice', entry.childVoice),
      parentVoice: entry.parentVoice === null ? null : words('parentVoice', entry.parentVoice),
    };
    return this.once(asked, key, said, (writing) => this.put(writing, said));
  }

  async close(id: string, expectedVersion: number, key: string): Promise<AgendaItem | null> {
    const keys = isSurrogateId(id) ? [id] : [];
    const asked = [{ permit: this.permit('closeAgendaItem'), subjects: { kind: 'agenda-item', keys } }];
    return this.once(asked, key, { id, expectedVersion }, async (writing) => {
      const [opened] = writing.opened;
      const item = opened?.childOf.has(id) ? await this.items.forUpdate(writing, id) : null;
      if (!item) return { refusal: 'NO_SUCH_ITEM' };
      if (item.version !== expectedVersion || item.closed) return { refusal: 'CHANGED_SINCE' };
      await this.items.close(writing, item);
      return { id };
    });
  }

  private async put(writing: Writing, entry: AgendaEntry): Promise<Answer> {
    const { claims } = this.scope.caller;
    const { opened } = writing;
    const { childId, schoolUrn } = entry;
    if (!(await this.items.belongs(writing, schoolUrn))) return { refusal: 'NOT_A_MEMBER' };
    if (!opened.every(({ verdicts }) => verdicts.has(childId))) return { refusal: 'NO_SUCH_CHILD' };
    if (opened.some(({ verdicts }) => hasDied(verdicts.get(childId)?.diedOn ?? null, this.scope.today)))
      return { refusal: 'CHILD_WHO_DIED' };
    const { onRoll, restricted } = await this.items.standing(writing, childId, schoolUrn);
    if (!onRoll || (restricted && !mayPutRestricted(claims))) return { refusal: 'NOT_FOR_THIS_AGENDA' };
    const meetingOn = this.scope.today;
    const raisedBy = claims.name || claims.sub;
    return { id: await this.items.add(writing, { ...entry, raisedBy, meetingOn, until: untilOf(meetingOn) }) };
  }

  private async once(
    asked: Parameters<RequestScope['writes']['run']>[0],
    key: string,
    body: object,
    effect: (writing: Writing) => Promise<Answer>,
  ): Promise<AgendaItem | null> {
    const done = await this.scope.writes.run(asked, async (writing) => {
      const answer = await writing.once(key, body, () => effect(writing));
      if ('refusal' in answer) return answer;
      // Asked again after the item's end, a member may no longer see it.
      return { item: await this.items.byId(writing, answer.id) };
    });
    if ('refusal' in done) throw errors[done.refusal]();
    return done.item ? toItem(done.item) : null;
  }

  private permit(operation: string): Permit {
    return Permit.for(this.scope.caller, teamAroundSchoolPolicy, { tier: 'T2', act: 'WRITE', operation });
  }
}
