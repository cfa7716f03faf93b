import { Button, PostForm } from '../component/form.js';
import { Table } from '../component/table.js';
import { dayText } from '../words/dates.js';
import type { Head } from './parts.js';

type Action = NonNullable<Head['actions']>[number];

interface ActionsProps {
  readonly actions: readonly Action[];
  readonly childId: string;
  readonly today: string;
  /** The session’s, which forms carry. */
  readonly token: string;
}

const Due = ({ dueOn, today }: { readonly dueOn: string | null; readonly today: string }) => (
  <>
    {dueOn === null ? 'No day agreed' : dayText(dueOn)}{' '}
    {dueOn !== null && dueOn < today ? <strong class="govuk-tag govuk-tag--red">Overdue</strong> : null}
  </>
);

const Open = ({ actions, childId, today, token }: ActionsProps) => (
  <Table
    caption="What is still to be done, what is due soonest first"
    quiet
    rows={actions}
    columns={[
      { title: 'What', of: ({ what }) => what },
      {
        title: 'Who',
        of: ({ owner, ownerOrganisation }) =>
          ownerOrganisation?.name == null ? owner : `${owner}, ${ownerOrganisation.name}`,
      },
      { title: 'By when', of: ({ dueOn }) => <Due dueOn={dueOn} today={today} /> },
      {
        title: 'Done?',
        of: ({ id, version, what }) => (
          <PostForm
            action={`/children/${childId}/actions/${id}/done`}
            token={token}
            hidden={{ version: String(version) }}
          >
            <Button
              words={
                <>
                  Done<span class="govuk-visually-hidden">: {what}</span>
                </>
              }
              quiet
            />
          </PostForm>
        ),
      },
    ]}
  />
);

/** The newest of what was done are enough to know that it was. */
const doneShown = 10;

/** What was agreed for a child: what is still to be done first, each said to be done here. */
export function Actions(props: ActionsProps) {
  const open = props.actions.filter(({ doneOn }) => doneOn === null);
  const done = props.actions
    .filter(({ doneOn }) => doneOn !== null)
    .toSorted((one, other) => (other.doneOn ?? '').localeCompare(one.doneOn ?? ''))
    .slice(0, doneShown);
  return (
    <>
      {open.length === 0 ? <p class="govuk-body">Nothing is still to be done.</p> : <Open {...props} actions={open} />}
      {done.length === 0 ? null : (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">What was done</span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list govuk-list--bullet">
              {done.map(({ what, owner, doneOn }) => (
                <li>
                  {what} ({owner}), done {dayText(doneOn ?? '')}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </>
  );
}
