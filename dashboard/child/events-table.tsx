import { Table } from '../component/table.js';
import type { FileColumn } from '../csv/column.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import type { Happened } from './happened.js';

const date: FileColumn<Happened> = { title: 'Date', text: ({ on }) => dayText(on), whole: true };
const from: FileColumn<Happened> = { title: 'From', text: ({ from: domain }) => words(domain), whole: true };
const what: FileColumn<Happened> = {
  ...{ title: 'What', text: (event) => event.what, bare: true },
  of: (event) => (
    <>
      {event.what}
      {event.note === '' ? null : <div class="govuk-hint app-note">{event.note}</div>}
    </>
  ),
};
const note: FileColumn<Happened> = { title: 'Note', text: (event) => (event.note === '' ? 'No note' : event.note) };

/** What of an event stands in a file: its note apart, which a page shows below. */
export const eventColumns: readonly FileColumn<Happened>[] = [date, what, note, from];

interface EventsProps {
  readonly events: readonly Happened[];
  readonly caption: string;
  /** Where all of them can be had as a file. */
  readonly file?: string;
}

/** What happened to a child, a row each. */
export const Events = ({ events, caption, file }: EventsProps) => (
  <Table caption={caption} quiet rows={events} columns={[date, what, from]} {...(file === undefined ? {} : { file })} />
);
