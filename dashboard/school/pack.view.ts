import type { FieldFault } from '../component/form.js';
import type { MeetingPackQuery, PackMembersQuery } from '../gateway/operations.generated.js';
import { domainWords } from '../words/codes.js';
import { isDay } from '../words/dates.js';
import { seatText } from '../words/roles.js';

type Team = NonNullable<NonNullable<PackMembersQuery['school']>['teamAroundSchool']>;
type Member = NonNullable<Team['members']>[number];
export type Sheet = NonNullable<MeetingPackQuery['meetingPack']>['items'][number];

/** Somebody who can be at a meeting: whoever the hub knows by the subject of their token. */
export interface Attendee {
  readonly userId: string;
  readonly text: string;
  readonly name: string;
}

/** Those of a team who can be ticked, each once. */
export function attendeesOf(members: readonly Member[]): Attendee[] {
  const known = new Map<string, Attendee>();
  for (const { userId, name, role, organisation } of members) {
    if (userId === null || known.has(userId)) continue;
    const where = organisation?.name ?? organisation?.id;
    const text = [name, seatText(role), where].filter((part) => part !== undefined).join(', ');
    known.set(userId, { userId, name, text });
  }
  return [...known.values()];
}

type Form = Readonly<Record<string, string>>;

/** The name of a box on the form. */
export const boxOf = (at: number): string => `present-${at}`;

/** Those who are ticked. */
export const presentOf = (form: Form): string[] =>
  Object.entries(form).flatMap(([name, value]) => (/^present-\d{1,3}$/.test(name) ? [value] : []));

const badDay: FieldFault = {
  field: 'meetingOn',
  words: 'Enter a day on which the school was open, today at the latest.',
};

/** What the form of a pack lacks. */
export function packFaults(form: Form): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!isDay(form['meetingOn'] ?? '')) faults.push(badDay);
  if (presentOf(form).length === 0) faults.push({ field: 'present', words: 'Tick who is to be there.' });
  return faults;
}

/** What the hub says of a pack that there is not, at the field it is about: the day, or who is to be there. */
export function refusedPackAt(because: string): FieldFault {
  if (because.startsWith('meetingOn ')) return badDay;
  return { field: because.includes(' of that day ') ? 'meetingOn' : 'present', words: because };
}

/** A domain’s part of a sheet, within a sentence. */
const partWords = (domain: string): string =>
  domain === 'PARTNERSHIP' ? 'who the child is, the words and the actions' : domainWords(domain);

/** What is left out of a sheet, by domain, and because of whom: `health, for Sam Okoro`. */
export function leftOut(withheld: Sheet['withheld']): string[] {
  const from = new Map<string, string[]>();
  for (const { domain, fromMember } of withheld) from.set(domain, [...(from.get(domain) ?? []), fromMember]);
  return [...from].map(([domain, people]) => `${partWords(domain)}, for ${listed([...new Set(people)])}`);
}

/** `A`, `A and B`, `A, B and C`. */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
