import { Button, PostForm } from '../component/form.js';
import { Table } from '../component/table.js';
import { dayText } from '../words/dates.js';
import { type Action, actionColumns } from './child.tables.js';

interface ActionsProps {
  readonly actions: readonly Action[];
  readonly childId: string;
  readonly today: string;
  /** The session’s, which forms carry. */
  readonly token: string;
}

const Open = ({ actions, childId, today, token }: ActionsProps) => (
  <Table
    caption="What is still to be done, what is due soonest first"
    quiet
    rows={actions}
    file={`/children/${childId}/actions.csv`}
    columns={[
      ...actionColumns(today),
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
