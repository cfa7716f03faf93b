import { ErrorMessage, ErrorSummary, type FieldFault, PostForm } from '../component/form.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { WaitingListConflictsQuery } from '../gateway/operations.generated.js';
import { absenceIn, shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { nameText } from '../words/names.js';
import { type Conflict, conflictColumns } from './conflicts.table.js';

/** Where the choice between the two stands, of one of those listed. */
export const takeId = (conflict: string): string => `take-${conflict}`;

interface SettleProps {
  readonly conflict: Conflict;
  readonly faults: readonly FieldFault[];
  readonly frame: Frame;
}

/** Which of the two is right: a button each, for a choice of two is one press. */
function Settle({ conflict: { id, entry }, faults, frame }: SettleProps) {
  if (entry === null) return <>Nothing can be said here: this wait is not shown to you just now</>;
  const of = entry.child === null ? null : <span class="govuk-visually-hidden"> for {nameText(entry.child.name)}</span>;
  const fault = faults.find(({ at }) => at === takeId(id));
  return (
    <PostForm action={`/waiting-lists/conflicts/${id}`} token={frame.token} hidden={{ version: String(entry.version) }}>
      {fault === undefined ? null : <ErrorMessage id={takeId(id)} words={fault.words} />}
      <div class="govuk-button-group">
        <button id={takeId(id)} class="govuk-button govuk-button--secondary" name="take" value="FILE">
          Take the file’s word{of}
        </button>
        <button class="govuk-button govuk-button--secondary" name="take" value="HUB">
          Keep the hub’s{of}
        </button>
      </div>
    </PostForm>
  );
}

/** Where the provider’s own file and what was recorded in the hub say two things, for whoever keeps the list to say which holds. */
export function conflictsPage(
  answer: Answer<WaitingListConflictsQuery>,
  faults: readonly FieldFault[],
  frame: Frame,
): string {
  const found = answer.data?.waitingListConflicts;
  const list = shown({
    ...{ answer, path: ['waitingListConflicts'], domain: 'HEALTH' as const },
    ...{ value: found, seesAll: true },
  });
  const columns = conflictColumns(absenceIn(answer.faults, ['waitingListConflicts'], false));
  return layout({
    title: `${faults.length > 0 ? 'Error: ' : ''}Where a file says otherwise`,
    frame,
    back: { address: '/waiting-lists', words: 'Back to the waiting lists' },
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-xl">Where a file says otherwise</h1>
        {found?.length === 0 ? (
          <p class="govuk-body">No file says otherwise than what was recorded here.</p>
        ) : (
          <Value
            of={list}
            role={frame.viewer.role}
            as={(rows) => (
              <>
                <p class="govuk-body">
                  A file of your provider told an older step than what was recorded here. Nothing of either is lost: say
                  which holds. Where the hub’s is kept, your own system is to be put right.
                </p>
                <Table
                  caption="Where a file says otherwise"
                  quiet
                  rows={rows}
                  columns={[
                    ...columns,
                    { title: 'Which holds', of: (conflict) => <Settle {...{ conflict, faults, frame }} /> },
                  ]}
                  file="/waiting-lists/conflicts.csv"
                />
              </>
            )}
          />
        )}
      </>
    ),
  });
}
