import { type Box, Checkboxes } from '../component/checkboxes.js';
import { Button, ErrorSummary, type FieldFault, PostForm, Select, TextArea, TextInput } from '../component/form.js';
import { Table } from '../component/table.js';
import { type Frame, layout } from '../layout/layout.js';
import { counted, words } from '../words/codes.js';
import type { SeveralDone } from './several-done.js';
import { lineOf, outcomeColumns, type Step, withReason } from './several.view.js';

interface FieldsProps {
  readonly steps: readonly Step[];
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** Where the ticked waits stand now, since when, and why. */
export const SeveralFields = ({ steps, form, faults }: FieldsProps) => {
  const field = (name: string) => ({ name, faults, value: form[name] });
  return (
    <>
      <h2 class="govuk-heading-m">Record the same of those that are ticked</h2>
      <input type="hidden" name="withReason" value={withReason(steps)} />
      <Select
        {...field('to')}
        label="Where do they stand now?"
        options={[
          { value: '', text: 'Choose' },
          ...steps.map(({ status, needsReason }) => ({
            value: status,
            text: `${words(status)}${needsReason ? ' (with a reason)' : ''}`,
          })),
        ]}
      />
      <TextInput {...field('effectiveOn')} label="The day it took effect" kind="date" />
      <TextArea {...field('reason')} label="Reason" hint="For what ended or was put on hold" />
      <Button words="Save" />
    </>
  );
};

interface AgainProps {
  readonly boxes: readonly Box[];
  readonly form: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly faults: readonly FieldFault[];
}

/** The form again, of those that were ticked, with what it lacks. */
export function severalAgainPage({ boxes, form, steps, faults }: AgainProps, frame: Frame): string {
  return layout({
    title: 'Error: Update several waits',
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Update several waits</h1>
        <PostForm action="/waiting-lists/several" token={frame.token} idempotencyKey={form['idempotencyKey']}>
          <Checkboxes name="ticked" legend="Which waits?" boxes={boxes} faults={faults} />
          <SeveralFields steps={steps} form={form} faults={faults} />
        </PostForm>
        <p class="govuk-body">
          <a class="govuk-link" href="/waiting-lists">
            Back to the list, where nothing is ticked
          </a>
        </p>
      </>
    ),
  });
}

/** What came of each. */
export function severalDonePage({ id, outcomes }: SeveralDone, frame: Frame): string {
  const done = outcomes.filter((one) => one.done).length;
  return layout({
    title: 'Several waits',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-l">
          {counted(done, 'wait', 'waits')} of {outcomes.length} updated
        </h1>
        <Table
          caption="What came of each"
          quiet
          rows={outcomes.map(lineOf)}
          columns={outcomeColumns}
          file={`/waiting-lists/several/${id}/results.csv`}
        />
        <p class="govuk-body">
          <a class="govuk-link" href="/waiting-lists">
            Back to the list
          </a>
        </p>
      </>
    ),
  });
}
