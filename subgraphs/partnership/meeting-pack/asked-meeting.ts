import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { closedDay, isMeetingDay } from '../team-around-school/meeting-day.js';

/** How many people a pack can be for. */
export const mostMembers = 50;

/** A meeting of the team around a school, and who is to be there. */
export interface AskedMeeting {
  readonly schoolUrn: string;
  /** ISO. */
  readonly meetingOn: string;
  /** By the subject of their token. */
  readonly members: readonly string[];
}

/**
 * An agenda opens children to the team from the day of its meeting: there is no pack before it.
 * @throws InvalidInput, naming the argument.
 */
export function askedMeeting({ schoolUrn, meetingOn, members }: AskedMeeting, today: string): AskedMeeting {
  if (!/^\d{6}$/.test(schoolUrn)) throw new InvalidInput('schoolUrn must be six digits.');
  if (!isMeetingDay(meetingOn)) throw closedDay();
  if (meetingOn > today) throw new InvalidInput('meetingOn must not be after today.');
  const named = [...new Set(members.map((one) => one.trim()))].sort();
  if (named.length === 0) throw new InvalidInput('members must name somebody.');
  if (named.length > mostMembers) throw new InvalidInput(`members must be at most ${String(mostMembers)}.`);
  if (named.includes('')) throw new InvalidInput('members must say who each is.');
  return { schoolUrn, meetingOn, members: named };
}
