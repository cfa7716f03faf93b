import { Button, ErrorSummary, type FieldFault, PostForm, TextArea } from '../component/form.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { SeparationsQuery } from '../gateway/operations.generated.js';
import { type Frame, layout } from '../layout/layout.js';
import { proveAddress } from '../layout/prove-address.js';
import { timeText } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { sourceText } from '../words/sources.js';
import { disclosureColumns, recordColumns } from './separation.table.js';
import { boxOf, type Child, partedBefore, type Separation, type SourceRecord } from './separation.view.js';

interface SeparationPage {
  readonly child: Child;
  readonly separations: Answer<SeparationsQuery>;
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  /** Whether who looks has proved lately who they are. */
  readonly proven: boolean;
}

const Box = ({ record, form }: { readonly record: SourceRecord; readonly form: SeparationPage['form'] }) => {
  const name = boxOf(record.id);
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={name}
          name={name}
          type="checkbox"
          value="yes"
          checked={form[name] === 'yes'}
        />
        <label class="govuk-label govuk-checkboxes__label" for={name}>
          Another child’s<span class="govuk-visually-hidden">: {sourceText(record.source)}</span>
        </label>
      </div>
    </div>
  );
};

interface RecordsProps {
  /** Where the records can be had as a file. */
  readonly file: string;
  readonly records: readonly SourceRecord[];
  readonly form: SeparationPage['form'];
  readonly ticks: boolean;
}

const Records = ({ file, records, form, ticks }: RecordsProps) => (
  <Table
    caption="What each source says of this child, the eldest first"
    rows={records}
    columns={[
      ...recordColumns,
      ...(ticks ? [{ title: 'Whose', of: (record: SourceRecord) => <Box record={record} form={form} /> }] : []),
    ]}
    file={file}
  />
);

const fileOf = ({ id }: Child, name: 'disclosures' | 'records'): string => `/separations/${id}/${name}.csv`;

const Form = ({
  child,
  form,
  faults,
  frame,
}: Omit<SeparationPage, 'proven' | 'separations'> & { readonly frame: Frame }) => {
  const fault = faults.find(({ field }) => field === 'records');
  return (
    <PostForm
      action={`/separations/${child.id}`}
      token={frame.token}
      hidden={{ expectedVersion: String(child.recordsVersion ?? '') }}
      idempotencyKey={form['idempotencyKey']}
    >
      <div id="records" class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`} tabindex={-1}>
        {fault ? (
          <p class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {fault.words}
          </p>
        ) : null}
        <Records file={fileOf(child, 'records')} records={child.sourceRecords ?? []} form={form} ticks />
      </div>
      <TextArea
        name="reason"
        label="Why are they another child’s?"
        hint="What you know, and from whom: it is kept, and shown to whoever looks at this separation"
        faults={faults}
        value={form['reason']}
      />
      <Button words="Part the ticked records" />
    </PostForm>
  );
};

interface UndoneProps {
  readonly separation: Separation;
  readonly file: string;
}

const Undone = ({ separation: { at, by, reason, since, disclosures }, file }: UndoneProps) => (
  <section>
    <h3 class="govuk-heading-s">
      Parted on {timeText(at)} by {by}
    </h3>
    <p class="govuk-body">{reason}</p>
    <p class="govuk-body">
      {since === null ? 'Since when they were joined is not known.' : `They were joined since ${timeText(since)}.`}{' '}
      {disclosures.length === 0 ? 'Nobody was shown records of both meanwhile.' : ''}
    </p>
    {disclosures.length === 0 ? null : (
      <Table
        caption="Who was shown records of both meanwhile, the earliest first"
        rows={disclosures}
        columns={disclosureColumns}
        file={file}
      />
    )}
  </section>
);

/** The records that are taken for one child’s: which are not, and what was parted before. */
export function separationPage({ child, separations, form, faults, proven }: SeparationPage, frame: Frame): string {
  const records = child.sourceRecords ?? [];
  const name = nameText(child.name);
  return layout({
    title: `${faults.length > 0 ? 'Error: ' : ''}Part records`,
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Are these records all of {name}?</h1>
        {records.length > 1 && proven ? <Form child={child} form={form} faults={faults} frame={frame} /> : null}
        {records.length > 1 && !proven ? (
          <>
            <Records file={fileOf(child, 'records')} records={records} form={form} ticks={false} />
            <a class="govuk-button" href={proveAddress(`/separations/${child.id}`)}>
              Confirm that it is you, then part records
            </a>
          </>
        ) : null}
        {records.length > 1 ? null : (
          <>
            <Records file={fileOf(child, 'records')} records={records} form={form} ticks={false} />
            <p class="govuk-body">There is no second record to part from it.</p>
          </>
        )}
        <h2 class="govuk-heading-m">Parted before</h2>
        <Value
          of={partedBefore(separations)}
          role={frame.viewer.role}
          as={(found) => (
            <>
              {found.map((separation) => (
                <Undone separation={separation} file={fileOf(child, 'disclosures')} />
              ))}
            </>
          )}
        />
      </>
    ),
  });
}
