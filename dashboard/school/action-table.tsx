import { childColumn } from '../component/child-link.js';
import { Button, PostForm } from '../component/form.js';
import { Table } from '../component/table.js';
import type { FileColumn } from '../csv/column.js';
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
  readonly file?: string;
}

/** What is told of each action, on the page and in the file; `late` where all of them are past their day. */
export const schoolActionColumns = (absence: Absence, late: boolean): FileColumn<Action>[] => [
  childColumn(absence),
  { title: 'What', text: ({ what }) => what },
  {
    title: 'Who',
    text: ({ owner, ownerOrganisation }) =>
      ownerOrganisation ? `${owner}, ${ownerOrganisation.name ?? ownerOrganisation.id}` : owner,
  },
  {
    title: 'By when',
    text: ({ dueOn }) => (dueOn === null ? 'No day agreed' : dayText(dueOn)),
    of: ({ dueOn }) => (
      <>
        {dueOn === null ? 'No day agreed' : dayText(dueOn)}{' '}
        {late ? <strong class="govuk-tag govuk-tag--red">Overdue</strong> : null}
      </>
    ),
  },
];

/** What was agreed and is to be done: for whom, by whom, by when. */
export const ActionTable = ({ caption, actions, late = false, urn, absence, frame, file }: ActionsProps) => (
  <Table
    caption={caption}
    quiet
    rows={actions}
    file={file}
    columns={[
      ...schoolActionColumns(absence, late),
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
