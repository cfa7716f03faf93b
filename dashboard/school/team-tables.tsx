import { Table } from '../component/table.js';
import type { FileColumn } from '../csv/column.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { seatText } from '../words/roles.js';
import { type Directory, type Member, postsWithout } from './school.view.js';

/** What is told of each member, on the page and in the file. */
export const memberColumns: readonly FileColumn<Member>[] = [
  { title: 'Name', text: ({ name }) => name },
  { title: 'Role', text: ({ role, lead }) => `${seatText(role)}${lead ? ', leads' : ''}` },
  { title: 'Organisation', text: ({ organisation }) => organisation?.name ?? 'Not known' },
  { title: 'Since', text: ({ since }) => (since === null ? 'Not known' : dayText(since)) },
  {
    title: 'Contact',
    text: ({ contact }) => contact ?? 'None recorded',
    of: ({ contact }) => <span class="app-contact">{contact ?? 'None recorded'}</span>,
  },
];

/** Who is linked with the school. */
export const Members = ({ members, file }: { readonly members: readonly Member[]; readonly file: string }) => (
  <Table caption="The team" quiet rows={members} file={file} columns={memberColumns} />
);

type Post = ReturnType<typeof postsWithout>[number];

const stateText = ({ state, vacantSince }: Post): string => {
  if (state === 'NOT_RECEIVED') return 'Not received: it is not known whether anybody holds it';
  return vacantSince === null ? 'Nobody is named' : `Nobody since ${dayText(vacantSince)}`;
};

/** What is told of each post without a holder, on the page and in the file. */
export const postColumns: readonly FileColumn<Post>[] = [
  { title: 'Post', text: ({ role }) => words(role) },
  {
    title: 'State',
    text: ({ state }) => (state === 'VACANT' ? 'Vacant' : 'Not known'),
    of: ({ state }) =>
      state === 'VACANT' ? (
        <strong class="govuk-tag govuk-tag--yellow">Vacant</strong>
      ) : (
        <strong class="govuk-tag govuk-tag--grey">Not known</strong>
      ),
  },
  { title: 'Since', text: stateText },
];

/** Which posts nobody holds, as far as a directory told. */
export function Posts({ directory, file }: { readonly directory: Directory; readonly file: string }) {
  const without = postsWithout(directory);
  if (directory.state === 'NOT_RECEIVED')
    return (
      <p class="govuk-body">No directory of the school was received. That is not to say that its posts are vacant.</p>
    );
  return (
    <>
      {without.length === 0 ? (
        <p class="govuk-body">Every post that a school fills is held.</p>
      ) : (
        <Table caption="Posts that nobody is known to hold" quiet rows={without} file={file} columns={postColumns} />
      )}
      <p class="govuk-body-s">
        {directory.toldOn === null ? '' : `As its directory told on ${dayText(directory.toldOn)}. `}
        {directory.cluster === null ? '' : `The school belongs to ${directory.cluster}.`}
      </p>
    </>
  );
}
