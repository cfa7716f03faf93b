import type { FileColumn } from '../csv/column.js';
import { counted, words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { halfTermText, type HalfTerm } from './half-terms.js';
import type { Head, Health } from './parts.js';
import { Said } from './said.js';

type Member = NonNullable<Head['team']>[number];
type Seen = NonNullable<Head['access']>[number];
type Wait = NonNullable<Health['waiting']>[number];
export type Action = NonNullable<Head['actions']>[number];

/** How to reach somebody: an address may go on in a second line after its @, or a table is wider than a tablet. */
const Contact = ({ contact }: { readonly contact: string | null }) => {
  const [name, ...rest] = (contact ?? 'None recorded').split('@');
  return (
    <>
      {name}
      {rest.map((part) => (
        <>
          @<wbr />
          {part}
        </>
      ))}
    </>
  );
};

/** A service is told by its code: where that is of several words, in words. */
const roleText = (role: string): string => role.replace(/^[A-Z]+(?:_[A-Z]+)+/, words);

/** Who works with a child, on the page and in the file; so are the tables below. */
export const teamColumns: readonly FileColumn<Member>[] = [
  { title: 'Name', text: ({ name }) => name },
  { title: 'Role', text: ({ role, lead }) => (lead ? `${roleText(role)} (leads)` : roleText(role)) },
  { title: 'Organisation', text: ({ organisation }) => organisation?.name ?? 'Not known' },
  { title: 'Since', text: ({ since }) => (since === null ? 'Not known' : dayText(since)), whole: true },
  {
    title: 'Contact',
    text: ({ contact }) => contact ?? 'None recorded',
    of: ({ contact }) => <Contact contact={contact} />,
  },
];

const outcomeWords = {
  FULL: 'All of it',
  REDACTED: 'A part of it',
  EXISTENCE_ONLY: 'That there is a record',
  NOT_SHARED: 'Nothing',
} as const;

export const accessColumns: readonly FileColumn<Seen>[] = [
  { title: 'Domain', text: ({ domain }) => words(domain) },
  { title: 'You see', text: ({ outcome }) => outcomeWords[outcome] },
  { title: 'Why', text: ({ because }) => because },
];

/** Of the page, each half term has its weeks below it. */
export const halfTermColumns: readonly FileColumn<HalfTerm>[] = [
  { title: 'Half term', text: ({ name }) => name },
  {
    title: 'Sessions attended',
    numeric: true,
    text: (term) =>
      halfTermText(term)
        .filter((part) => part !== '')
        .join(': '),
    of: (term) => {
      const [figure, basis] = halfTermText(term);
      return (
        <>
          {figure}
          {basis === '' ? null : <div class="govuk-hint app-note">{basis}</div>}
        </>
      );
    },
  },
];

const dueText = (dueOn: string | null): string => (dueOn === null ? 'No day agreed' : dayText(dueOn));

export const actionColumns = (today: string): FileColumn<Action>[] => [
  { title: 'What', text: ({ what }) => what },
  {
    title: 'Who',
    text: ({ owner, ownerOrganisation }) =>
      ownerOrganisation?.name == null ? owner : `${owner}, ${ownerOrganisation.name}`,
  },
  {
    title: 'By when',
    text: ({ dueOn, doneOn }) =>
      doneOn === null && dueOn !== null && dueOn < today ? `${dueText(dueOn)}, overdue` : dueText(dueOn),
    of: ({ dueOn }) => (
      <>
        {dueText(dueOn)}{' '}
        {dueOn !== null && dueOn < today ? <strong class="govuk-tag govuk-tag--red">Overdue</strong> : null}
      </>
    ),
  },
];

/** `none` stands where a part of a wait is not told. */
export const childWaitColumns = (none: string): FileColumn<Wait>[] => [
  { title: 'Service', text: ({ service }) => words(service) },
  { title: 'Status', text: ({ status, endedBecause }) => endedBecause ?? words(status) },
  { title: 'Waiting', text: ({ weeksWaiting }) => counted(weeksWaiting, 'week', 'weeks') },
  {
    title: 'Standard',
    text: ({ clock }) => (clock === null ? 'No standard' : `${clock.standard}: ${words(clock.state).toLowerCase()}`),
  },
  { title: 'Next step', text: ({ nextStep }) => nextStep ?? none },
  {
    title: 'Meanwhile',
    text: ({ supportWhileWaiting, voices }) =>
      [...supportWhileWaiting, ...(voices ?? []).map(({ by, words: said }) => `“${said}” ${by}`)].join('; ') || none,
    of: ({ supportWhileWaiting, voices }) => (
      <>
        {supportWhileWaiting.join('; ') || none}
        {voices?.map((voice) => (
          <Said voice={voice} />
        ))}
      </>
    ),
  },
];
