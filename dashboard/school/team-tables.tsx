import { Table } from '../component/table.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { type Directory, type Member, postsWithout } from './school.view.js';

/** Who is linked with the school. */
export const Members = ({ members }: { readonly members: readonly Member[] }) => (
  <Table
    caption="The team"
    quiet
    rows={members}
    columns={[
      { title: 'Name', of: ({ name }) => name },
      { title: 'Role', of: ({ role, lead }) => (lead ? `${role}, leads` : role) },
      { title: 'Organisation', of: ({ organisation }) => organisation?.name ?? 'Not known' },
      { title: 'Since', of: ({ since }) => (since === null ? 'Not known' : dayText(since)) },
      { title: 'Contact', of: ({ contact }) => <span class="app-contact">{contact ?? 'None recorded'}</span> },
    ]}
  />
);

type Post = ReturnType<typeof postsWithout>[number];

const stateText = ({ state, vacantSince }: Post): string => {
  if (state === 'NOT_RECEIVED') return 'Not received: it is not known whether anybody holds it';
  return vacantSince === null ? 'Nobody is named' : `Nobody since ${dayText(vacantSince)}`;
};

/** Which posts nobody holds, as far as a directory told. */
export function Posts({ directory }: { readonly directory: Directory }) {
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
        <Table
          caption="Posts that nobody is known to hold"
          quiet
          rows={without}
          columns={[
            { title: 'Post', of: ({ role }) => words(role) },
            {
              title: 'State',
              of: (post) =>
                post.state === 'VACANT' ? (
                  <strong class="govuk-tag govuk-tag--yellow">Vacant</strong>
                ) : (
                  <strong class="govuk-tag govuk-tag--grey">Not known</strong>
                ),
            },
            { title: 'Since', of: stateText },
          ]}
        />
      )}
      <p class="govuk-body-s">
        {directory.toldOn === null ? '' : `As its directory told on ${dayText(directory.toldOn)}. `}
        {directory.cluster === null ? '' : `The school belongs to ${directory.cluster}.`}
      </p>
    </>
  );
}
