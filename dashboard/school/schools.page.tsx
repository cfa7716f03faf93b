import { Details } from '../component/details.js';
import { ErrorSummary, type FieldFault, FilterForm, TextInput } from '../component/form.js';
import { type NamedSchool, SchoolSelect } from '../component/school-select.js';
import { type Frame, layout } from '../layout/layout.js';

interface Page {
  /** Those to choose from; null where nobody could say which there are. */
  readonly schools: readonly NamedSchool[] | null;
  /** The number that was typed; null where none was. */
  readonly typed: string | null;
  /** Whether the form was sent with no school chosen. */
  readonly unchosen: boolean;
}

const faultsOf = ({ typed, unchosen }: Page): readonly FieldFault[] => [
  ...(unchosen ? [{ field: 'urn', words: 'Choose a school.' }] : []),
  ...(typed === null ? [] : [{ field: 'number', words: 'Enter the school’s URN in digits.' }]),
];

/** By its number, of which there are more than registers are held of. */
const ByNumber = ({ typed, faults }: { readonly typed: string | null; readonly faults: readonly FieldFault[] }) => (
  <FilterForm action="/schools">
    <TextInput name="number" label="The school’s URN" hint="Six digits" faults={faults} value={typed ?? ''} />
  </FilterForm>
);

/** Where somebody who works with several schools says which. */
export function schoolsPage(page: Page, frame: Frame): string {
  const { schools, typed } = page;
  const faults = faultsOf(page);
  const byNumber = <ByNumber typed={typed} faults={faults} />;
  return layout({
    title: faults.length > 0 ? 'Error: which school' : 'Which school',
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Which school?</h1>
        {schools === null || schools.length === 0 ? (
          <>
            <p class="govuk-body">
              {schools === null
                ? 'We could not ask education just now which schools there are. You can open a school by its number.'
                : 'No school’s registers are held yet. You can open a school by its number.'}
            </p>
            {byNumber}
          </>
        ) : (
          <>
            <FilterForm action="/schools">
              <SchoolSelect
                name="urn"
                label="School"
                first="Choose a school"
                schools={schools}
                value={null}
                faults={faults}
              />
            </FilterForm>
            <Details summary="The school is not in the list" open={typed !== null}>
              {byNumber}
            </Details>
          </>
        )}
      </>
    ),
  });
}
