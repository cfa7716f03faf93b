import { Button, PostForm } from '../component/form.js';
import { Table } from '../component/table.js';
import type { Absence } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { dayText } from '../words/dates.js';
import { agreedColumns, leftOut, nothingShared, type Sheet, sheetTitle } from './pack.view.js';
import { Reasons } from './reasons.js';

interface Pack {
  readonly urn: string;
  readonly school: string;
  readonly meetingOn: string;
  /** Those who are to be there, by name. */
  readonly present: readonly string[];
  readonly sheets: readonly Sheet[];
  /** What it means that a child is missing. */
  readonly absence: Absence;
  /** The meeting and who is there, as the form of the pack says them: the file is asked for by the same. */
  readonly form: Readonly<Record<string, string>>;
}

const nothing = <p class="govuk-body">{nothingShared}</p>;

const Words = ({ voices }: Pick<Sheet, 'voices'>) =>
  voices.length === 0 ? (
    nothing
  ) : (
    <>
      {voices.map(({ by, on, words, concerning }) => (
        <blockquote class="app-voice govuk-body">
          “{words}”
          <div class="govuk-hint">
            {by}
            {on === null ? '' : `, ${dayText(on)}`}, about: {concerning}
          </div>
        </blockquote>
      ))}
    </>
  );

const Actions = ({ actions }: { readonly actions: Sheet['openActions'] }) =>
  actions.length === 0 ? (
    nothing
  ) : (
    <Table caption="What is still to be done" quiet rows={actions} columns={agreedColumns} />
  );

function OneSheet({ sheet, absence }: { readonly sheet: Sheet; readonly absence: Absence }) {
  const { child, reasons, voices, openActions, withheld } = sheet;
  const missing = leftOut(withheld);
  return (
    <section class="app-sheet">
      <h2 class="govuk-heading-l">
        {sheetTitle(sheet, absence)}
        {child?.dateOfBirth == null ? null : <span class="govuk-caption-m">Born {dayText(child.dateOfBirth)}</span>}
      </h2>
      <h3 class="govuk-heading-s">What needs attention</h3>
      {reasons.length === 0 ? nothing : <Reasons reasons={reasons} />}
      <h3 class="govuk-heading-s">In their own words</h3>
      <Words voices={voices} />
      <h3 class="govuk-heading-s">What was agreed</h3>
      <Actions actions={openActions} />
      {missing.length === 0 ? (
        <p class="govuk-body-s">Everybody there may see every part of this sheet.</p>
      ) : (
        <p class="govuk-inset-text">Not in this pack: {missing.join('; ')}.</p>
      )}
    </section>
  );
}

/** The papers of a meeting: a child a sheet, on paper too. */
export function packPage({ urn, school, meetingOn, present, sheets, absence, form }: Pack, frame: Frame): string {
  return layout({
    title: 'Meeting pack',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">
          {school} <span class="govuk-caption-l">Meeting pack for {dayText(meetingOn)}</span>
        </h1>
        <p class="govuk-body">For: {present.join('; ')}.</p>
        <p class="govuk-body app-no-print">
          Print this page: each child is on a sheet of their own.{' '}
          <a class="govuk-link" href={`/schools/${urn}/pack`}>
            Another pack
          </a>
        </p>
        <PostForm action={`/schools/${urn}/pack.csv`} token={frame.token} hidden={form}>
          <Button words="Download what is still to be done as CSV" quiet />
        </PostForm>
        {sheets.map((sheet) => (
          <OneSheet sheet={sheet} absence={absence} />
        ))}
      </>
    ),
  });
}
