import { Refused } from '../../../platform/errors/hub-error.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { words } from '../words.js';
import { renewedUntil } from './agenda.js';
import type { AgendaItem } from './agenda-item.type.js';
import type { AgendaWriting, Change } from './agenda-writing.js';
import { leadsSafeguarding, mayDecide, mayRenew } from './team-around-school.policy.js';

/** What those who lead decide: whether a team discusses a child, and for how long. */
export class DecideAgendaService {
  constructor(private readonly writing: AgendaWriting) {}

  /**
   * The safeguarding lead's decision, which can be taken of every item of their school, so that its having been taken says
   * nothing of the child. It opens the child to the team for as long as the item stands, or closes the item.
   */
  async decide(change: Change, opens: boolean, reason: string): Promise<AgendaItem | null> {
    const { items, scope } = this.writing;
    const { claims } = scope.caller;
    if (!mayDecide(claims))
      throw new Refused('Only the school’s safeguarding lead decides on this.', { domain: Domain.PARTNERSHIP });
    const said = words('reason', reason);
    return this.writing.onItem('decideAgendaItem', change, { opens, reason: said }, async (unit, item) => {
      if (!leadsSafeguarding(claims, item.schoolUrn)) return 'NO_SUCH_ITEM';
      if (!opens) {
        await items.change(unit, item, { closes: true }, this.writing.done('DECLINED', said));
        await items.open(unit, item, { from: item.meetingOn, until: item.meetingOn });
        return null;
      }
      const { today } = scope;
      if (item.until <= today) return 'STANDS_NO_LONGER';
      if (this.writing.ofTheDead(unit)) return 'CHILD_WHO_DIED';
      const { heldUnder } = await items.standing(unit, item.childId, item.schoolUrn);
      if (heldUnder === null) return 'NOT_FOR_THIS_AGENDA';
      await items.change(unit, item, {}, this.writing.done('OPENED', said));
      await items.open(unit, item, { from: item.meetingOn, until: item.until });
      return null;
    });
  }

  /**
   * Keeps an item for another 28 days from today. Of a restricted child the item is kept, but what it opens ends when it would
   * have, until the safeguarding lead decides, who may renew it too: by the same answer.
   */
  renew(change: Change, reason: string | null): Promise<AgendaItem | null> {
    const { items, scope } = this.writing;
    const { today, caller } = scope;
    const said = reason === null ? null : words('reason', reason);
    return this.writing.onItem('renewAgendaItem', change, { reason: said }, async (unit, item) => {
      if (!mayRenew(caller.claims, item.schoolUrn)) return 'NOT_YOURS_TO_RENEW';
      if (item.until <= today) return 'STANDS_NO_LONGER';
      if (this.writing.ofTheDead(unit)) return 'CHILD_WHO_DIED';
      const { heldUnder, restricted, openedUntil } = await items.standing(unit, item.childId, item.schoolUrn, item.id);
      if (heldUnder === null) return 'NOT_FOR_THIS_AGENDA';
      const until = renewedUntil(item, today);
      await items.change(unit, item, { until }, this.writing.done('RENEWED', said));
      const opens = !restricted || leadsSafeguarding(caller.claims, item.schoolUrn);
      await items.open(unit, item, { from: item.meetingOn, until: opens ? until : (openedUntil ?? item.meetingOn) });
      return null;
    });
  }
}
