import type { FieldFault } from '../component/form.js';
import type { MeetingPackQuery, PackMembersQuery } from '../gateway/operations.generated.js';
import { domainWords } from '../words/codes.js';
import type { FileColumn } from '../csv/column.js';
import type { Absence } from '../gateway/shown.js';
import { dayText, isDay } from '../words/dates.js';
import { absentChild, nameText } from '../words/names.js';
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

/** What is still to be done of one child of a pack; one line of a child of whom nothing is, so that none is missed. */
export interface PackLine {
  readonly sheet: Sheet;
  readonly action: Sheet['openActions'][number] | null;
}

export const packLines = (sheets: readonly Sheet[]): PackLine[] =>
  sheets.flatMap((sheet) =>
    sheet.openActions.length === 0
      ? [{ sheet, action: null }]
      : sheet.openActions.map((action): PackLine => ({ sheet, action })),
  );

/** Said where a part of a sheet is nothing to everybody who is there. */
export const nothingShared = 'None that everybody there may see';

/** Whom a sheet is of; `absence` is what it means that the child is missing. */
export function sheetTitle({ child }: Pick<Sheet, 'child'>, absence: Absence): string {
  if (child) return nameText(child.name);
  return absence === 'not-known' ? absentChild(absence) : 'A child whom not everybody there may know';
}

type Agreed = NonNullable<PackLine['action']>;

/** What the page says of each action of a sheet. */
export const agreedColumns: readonly FileColumn<Agreed>[] = [
  { title: 'What', text: ({ what }) => what },
  { title: 'Who', text: ({ owner }) => owner },
  { title: 'By when', text: ({ dueOn }) => (dueOn === null ? 'No day agreed' : dayText(dueOn)) },
];

/** The same of all sheets in the file: whose each is, and what is left out of the child’s sheet, because a file has no sheets. */
export const packColumns = (absence: Absence): FileColumn<PackLine>[] => [
  { title: 'Child', text: ({ sheet }) => sheetTitle(sheet, absence) },
  ...agreedColumns.map(({ title, text }): FileColumn<PackLine> => ({
    title,
    text: ({ action }) => (action === null ? nothingShared : text(action)),
  })),
  { title: 'Not in this pack', text: ({ sheet }) => leftOut(sheet.withheld).join('; ') || 'Nothing was left out' },
];

/** `A`, `A and B`, `A, B and C`. */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
