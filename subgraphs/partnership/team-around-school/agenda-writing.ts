import { hasDied } from '../../../platform/access/lifetime.js';
import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { toItem } from './agenda-item.mapper.js';
import type { AgendaItemRow } from './agenda-item.row.js';
import type { AgendaItem } from './agenda-item.type.js';
import { agendaError, type AgendaRefusal } from './agenda-refusal.js';
import type { AgendaRepository, Done } from './agenda.repository.js';
import { leadsSafeguarding, teamAroundSchoolPolicy } from './team-around-school.policy.js';

export type AgendaAnswer = { readonly id: string } | { readonly refusal: AgendaRefusal };

type Asked = Parameters<RequestScope['writes']['run']>[0];

/** An item that somebody changes: which, as they saw it, and under which key. */
export interface Change {
  readonly id: string;
  readonly expectedVersion: number;
  readonly key: string;
}

/**
 * What every change of an agenda has in common. What is refused is answered after the unit is committed, so that the asking
 * stays written down.
 */
export class AgendaWriting {
  constructor(
    readonly scope: RequestScope,
    readonly items: AgendaRepository,
  ) {}

  permit(operation: string): Permit {
    return Permit.for(this.scope.caller, teamAroundSchoolPolicy, { tier: 'T2', act: 'WRITE', operation });
  }

  done(change: Done['change'], words: string | null): Done {
    const { sub, name, role } = this.scope.caller.claims;
    return { change, words, by: { sub, name: name || sub, role } };
  }

  /** Changes an item that stands as it was seen, held until that is done. */
  onItem(
    operation: string,
    { id, expectedVersion, key }: Change,
    body: object,
    effect: (writing: Writing, item: AgendaItemRow) => Promise<AgendaRefusal | null>,
  ): Promise<AgendaItem | null> {
    const keys = isSurrogateId(id) ? [id] : [];
    const asked = [{ permit: this.permit(operation), subjects: { kind: 'agenda-item', keys } }];
    return this.once(asked, key, { operation, id, expectedVersion, ...body }, async (writing) => {
      const item = keys.length > 0 ? await this.items.forUpdate(writing, id) : null;
      if (!item) return { refusal: 'NO_SUCH_ITEM' };
      if (item.version !== expectedVersion || item.closedAt !== null) return { refusal: 'CHANGED_SINCE' };
      const refusal = await effect(writing, item);
      return refusal === null ? { id } : { refusal };
    });
  }

  /** Whether any of the unit's children had died by today. */
  ofTheDead(writing: Writing): boolean {
    return writing.opened.some(({ verdicts }) =>
      [...verdicts.values()].some(({ diedOn }) => hasDied(diedOn, this.scope.today)),
    );
  }

  async once(
    asked: Asked,
    key: string,
    body: object,
    effect: (writing: Writing) => Promise<AgendaAnswer>,
  ): Promise<AgendaItem | null> {
    const done = await this.scope.writes.run(asked, async (writing) => {
      const answer = await writing.once(key, body, () => effect(writing));
      if ('refusal' in answer) return answer;
      // Asked again after the item's end, a member may no longer see it.
      const item = await this.items.byId(writing, answer.id);
      // Whose it is, is what the opening says: it may stand under another of the child's ids.
      const [opened] = writing.opened;
      const childId = opened?.childOf.get(answer.id) ?? [...(opened?.verdicts.keys() ?? [])][0];
      return { item: item && { ...item, childId: childId ?? item.childId } };
    });
    if ('refusal' in done) throw agendaError(done.refusal);
    const { today: day, caller } = this.scope;
    return done.item
      ? toItem(done.item, { day, safeguards: leadsSafeguarding(caller.claims, done.item.schoolUrn) })
      : null;
  }
}
