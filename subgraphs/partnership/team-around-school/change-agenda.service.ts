import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import { childPolicy } from '../child/child.policy.js';
import { SchoolCalendarRepository } from '../school-calendar/school-calendar.repository.js';
import { words } from '../words.js';
import { untilOf } from './agenda.js';
import type { AgendaItem } from './agenda-item.type.js';
import type { AgendaAnswer, AgendaWriting, Change } from './agenda-writing.js';
import { checkMeetingDay, lastMeetingDay, nextMeetingDay } from './meeting-day.js';
import { leadsSafeguarding } from './team-around-school.policy.js';

/** What a member says of a child to be discussed. */
export interface AgendaEntry {
  readonly schoolUrn: string;
  readonly childId: string;
  readonly reason: string;
  readonly childVoice: string | null;
  readonly parentVoice: string | null;
  /** The next day on which the school is open, today included, where null. */
  readonly meetingOn: string | null;
}

/** Puts children on the agenda of the team around their school, writes down what came of it, and takes them off. */
export class ChangeAgendaService {
  constructor(private readonly writing: AgendaWriting) {}

  async add(entry: AgendaEntry, key: string): Promise<AgendaItem | null> {
    const { caller, today } = this.writing.scope;
    const said = {
      ...entry,
      reason: words('reason', entry.reason),
      childVoice: entry.childVoice === null ? null : words('childVoice', entry.childVoice),
      parentVoice: entry.parentVoice === null ? null : words('parentVoice', entry.parentVoice),
    };
    if (entry.meetingOn !== null) checkMeetingDay(entry.meetingOn, today);
    const subjects = { children: isSurrogateId(entry.childId) ? [entry.childId] : [] };
    const asked = [
      { permit: this.writing.permit('addToAgenda'), subjects },
      { permit: Permit.for(caller, childPolicy, { tier: 'T1', operation: 'addToAgenda' }), subjects },
    ];
    return this.writing.once(asked, key, said, (unit) => this.put(unit, said));
  }

  /** Takes the item off the agenda, with what was decided where that is given: the team no longer sees the child by it. */
  close(change: Change, outcome: string | null): Promise<AgendaItem | null> {
    const said = outcome === null ? null : words('outcome', outcome);
    const { items, scope } = this.writing;
    return this.writing.onItem('closeAgendaItem', change, { outcome: said }, async (unit, item) => {
      if (said !== null && item.meetingOn > scope.today) return 'MEETING_TO_COME';
      const to = said === null ? { closes: true } : { closes: true, outcome: said };
      await items.change(unit, item, to, this.writing.done('CLOSED', said));
      await items.open(unit, item, { from: item.meetingOn, until: item.meetingOn });
      return null;
    });
  }

  /** Writes down what the meeting decided of an item that goes on standing. */
  recordOutcome(change: Change, outcome: string): Promise<AgendaItem | null> {
    const said = words('outcome', outcome);
    const { items, scope } = this.writing;
    return this.writing.onItem('recordOutcome', change, { outcome: said }, async (unit, item) => {
      if (item.meetingOn > scope.today) return 'MEETING_TO_COME';
      if (item.until <= scope.today) return 'STANDS_NO_LONGER';
      await items.change(unit, item, { outcome: said }, this.writing.done('OUTCOME_RECORDED', said));
      return null;
    });
  }

  private async put(unit: Writing, entry: AgendaEntry): Promise<AgendaAnswer> {
    const { items, scope } = this.writing;
    const { claims } = scope.caller;
    const { childId, schoolUrn } = entry;
    if (!(await items.belongs(unit, schoolUrn))) return { refusal: 'NOT_A_MEMBER' };
    const meetingOn = await this.meetingDay(unit, entry);
    if (meetingOn === null) return { refusal: 'SCHOOL_CLOSED' };
    if (!unit.opened.every(({ verdicts }) => verdicts.has(childId))) return { refusal: 'NO_SUCH_CHILD' };
    if (this.writing.ofTheDead(unit)) return { refusal: 'CHILD_WHO_DIED' };
    const { heldUnder, restricted } = await items.standing(unit, childId, schoolUrn);
    if (heldUnder === null) return { refusal: 'NOT_FOR_THIS_AGENDA' };
    // Under the record that is on the roll: where records are parted, the item stays with the school's pupil.
    const item = {
      ...entry,
      meetingOn,
      childId: heldUnder,
      raisedBy: claims.name || claims.sub,
      until: untilOf(meetingOn),
    };
    const id = await items.add(unit, item, this.writing.done('RAISED', null));
    // Of a restricted child nothing opens before the safeguarding lead has decided. It is the same answer by the same steps:
    // that there is a restriction is itself the secret.
    const opens = !restricted || leadsSafeguarding(claims, schoolUrn);
    await items.open(unit, { ...item, id }, { from: meetingOn, until: opens ? item.until : meetingOn });
    return { id };
  }

  /** The day that was given, or the next on which the school is open; null where its calendar has it closed on that day. */
  private async meetingDay(unit: Writing, { schoolUrn, meetingOn: given }: AgendaEntry): Promise<string | null> {
    const { today } = this.writing.scope;
    const calendar = new SchoolCalendarRepository(unit);
    const closed = await calendar.closedDays(schoolUrn, given ?? today, given ?? lastMeetingDay(today));
    if (given === null) return nextMeetingDay(today, closed);
    return closed.has(given) ? null : given;
  }
}
