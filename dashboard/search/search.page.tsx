import { Button, ErrorSummary, type FieldFault, PostForm, TextInput } from '../component/form.js';
import { Table } from '../component/table.js';
import type { FileColumn } from '../csv/column.js';
import type { SearchChildrenQuery } from '../gateway/operations.generated.js';
import { type Frame, layout } from '../layout/layout.js';
import { counted } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { kindsOf } from '../new-case/new-case.view.js';
import { nameText } from '../words/names.js';

type Found = NonNullable<SearchChildrenQuery['searchChildren']>;

interface Search {
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  /** Null before anything was searched for. */
  readonly found: Found | null;
}

const namesBefore = (names: readonly string[] | null | undefined): string =>
  names && names.length > 0 ? names.join(', ') : 'None recorded';

/** What a search says of each child, on the page and in the file. */
export const foundColumns: readonly FileColumn<Found[number]>[] = [
  {
    title: 'Name',
    text: ({ name }) => nameText(name),
    of: ({ id, name }) => (
      <a class="govuk-link" href={`/children/${id}`}>
        {nameText(name)}
      </a>
    ),
  },
  { title: 'Born', text: ({ dateOfBirth }) => (dateOfBirth === null ? 'Not known' : dayText(dateOfBirth)) },
  { title: 'Known before as', text: ({ name }) => namesBefore(name?.previousFamily) },
];

interface ResultsProps {
  readonly found: Found;
  readonly form: Readonly<Record<string, string>>;
  /** The session’s, which forms carry. */
  readonly token: string;
}

/** The file is a form too: what was searched for stands in no address. */
function Results({ found, form, token }: ResultsProps) {
  if (found.length === 0) return <p class="govuk-body">No child whom you may see is found by these words.</p>;
  const { family = '', given = '', dateOfBirth = '' } = form;
  return (
    <>
      <Table caption={`${counted(found.length, 'child', 'children')} found`} rows={found} columns={foundColumns} />
      <PostForm action="/children.csv" token={token} hidden={{ family, given, dateOfBirth }}>
        <Button words="Download as CSV" quiet />
      </PostForm>
    </>
  );
}

/** Looking for a child by name. */
export function searchPage({ form, faults, found }: Search, frame: Frame): string {
  return layout({
    title: faults.length > 0 ? 'Error: search' : 'Search',
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Search for a child</h1>
        <PostForm action="/children" token={frame.token}>
          <TextInput name="family" label="Family name" faults={faults} value={form['family']} />
          <TextInput name="given" label="Given name" hint="If you know it" faults={faults} value={form['given']} />
          <TextInput
            name="dateOfBirth"
            label="Date of birth"
            hint="If you know it"
            kind="date"
            faults={faults}
            value={form['dateOfBirth']}
          />
          <Button words="Search" />
        </PostForm>
        {found === null ? null : <Results found={found} form={form} token={frame.token} />}
        {kindsOf(frame.viewer.role).length === 0 ? null : (
          <p class="govuk-body">
            Is the child new to you, and not found?{' '}
            <a class="govuk-link" href="/new-case">
              Take on a child who is new to you
            </a>
          </p>
        )}
      </>
    ),
  });
}
