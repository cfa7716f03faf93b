import { ChildLink } from '../component/child-link.js';
import { Button, PostForm } from '../component/form.js';
import { Table } from '../component/table.js';
import type { Absence } from '../gateway/shown.js';
import type { Frame } from '../layout/layout.js';
import { dayText } from '../words/dates.js';
import type { Action } from './school.view.js';

interface ActionsProps {
  readonly caption: string;
  readonly actions: readonly Action[];
  /** Whether they are past their day. */
  readonly late?: boolean;
  readonly urn: string;
  readonly absence: Absence;
  readonly frame: Frame;
}

/** What was agreed and is to be done: for whom, by whom, by when. */
export const ActionTable = ({ caption, actions, late = false, urn, absence, frame }: ActionsProps) => (
  <Table
    caption={caption}
    quiet
    rows={actions}
    columns={[
      { title: 'Child', of: ({ child }) => <ChildLink child={child} absence={absence} /> },
      { title: 'What', of: ({ what }) => what },
      {
        title: 'Who',
        of: ({ owner, ownerOrganisation }) =>
          ownerOrganisation ? `${owner}, ${ownerOrganisation.name ?? ownerOrganisation.id}` : owner,
      },
      {
        title: 'By when',
        of: ({ dueOn }) => (
          <>
            {dueOn === null ? 'No day agreed' : dayText(dueOn)}
            {late ? (
              <>
                {' '}
                <strong class="govuk-tag govuk-tag--red">Overdue</strong>
              </>
            ) : null}
          </>
        ),
      },
      {
        title: 'Done',
        of: ({ id, version, what }) => (
          <PostForm
            action={`/schools/${urn}/actions/${id}/done`}
            token={frame.token}
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
