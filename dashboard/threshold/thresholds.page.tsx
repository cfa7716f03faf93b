import type { Child } from 'hono/jsx';
import { FilterForm, Select } from '../component/form.js';
import { Pagination } from '../component/pagination.js';
import { type NamedSchool, SchoolSelect } from '../component/school-select.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { ThresholdsPageQuery } from '../gateway/operations.generated.js';
import { absenceIn, shown } from '../gateway/shown.js';
import { type Frame, here, inTwo, layout } from '../layout/layout.js';
import { markupOf } from '../layout/markup.js';
import { words } from '../words/codes.js';
import { amongSchools, kinds, type ThresholdFilter } from './list-filter.js';
import { filterQuery, type Reached, thresholdColumns } from './thresholds.table.js';

interface Page {
  readonly filter: ThresholdFilter;
  /** The cursor the page begins after; null for the first. */
  readonly after: string | null;
  readonly answer: Answer<ThresholdsPageQuery>;
}

/** The rules of what is listed, as they stand, and where each comes from. */
function Rules({ reached }: { readonly reached: readonly Reached[] }) {
  const rules = [...new Map(reached.map(({ threshold }) => [threshold.kind, threshold])).values()];
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">What each threshold is, and where it comes from</span>
      </summary>
      <div class="govuk-details__text">
        {rules.map(({ kind, rule, source }) => (
          <p class="govuk-body">
            <strong>{words(kind)}.</strong> {rule} <span class="govuk-hint app-inline">{source}</span>
          </p>
        ))}
      </div>
    </details>
  );
}

interface FilterProps {
  readonly filter: ThresholdFilter;
  readonly schools: readonly NamedSchool[] | null;
}

const Filter = ({ filter, schools }: FilterProps) => (
  <FilterForm action="/thresholds">
    <Select
      name="kind"
      label="Threshold"
      faults={[]}
      value={filter.kind ?? ''}
      options={[{ value: '', text: 'All' }, ...kinds.map((value) => ({ value, text: words(value) }))]}
    />
    <SchoolSelect name="school" label="School" first="All" schools={schools} value={filter.schoolUrn} />
  </FilterForm>
);

/** The list, and what can be chosen of it. */
function Listed({ page: { filter: asked, after, answer }, frame }: { readonly page: Page; readonly frame: Frame }) {
  const schools = answer.data?.schools ?? null;
  const filter = amongSchools(asked, schools);
  const connection = answer.data?.attendanceThresholds;
  const list = shown({
    ...{ answer, path: ['attendanceThresholds'], domain: 'EDUCATION' as const },
    ...{ value: connection?.edges.map(({ node }) => node), seesAll: false },
  });
  const more = connection?.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null;
  const address = (cursor: string): string =>
    `/thresholds?${new URLSearchParams({ ...filterQuery(filter), after: cursor }).toString()}`;
  return (
    <>
      {filter.note === null ? null : <p class="govuk-body">{filter.note}</p>}
      <Filter filter={filter} schools={schools} />
      <Value
        of={list}
        role={frame.viewer.role}
        as={(reached) => (
          <>
            <Table
              caption="Thresholds of attendance that children have reached, the last reached first"
              quiet
              file={`/thresholds.csv?${new URLSearchParams(filterQuery(filter)).toString()}`}
              rows={reached}
              columns={thresholdColumns(absenceIn(answer.faults, ['attendanceThresholds'], false))}
            />
            <Rules reached={reached} />
          </>
        )}
      />
      <Pagination first={after === null ? null : address('')} next={more === null ? null : address(more)} />
    </>
  );
}

const pageWith = (listed: Child, frame: Frame): string =>
  layout({
    title: 'Attendance thresholds',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">Attendance thresholds</h1>
        {listed}
      </>
    ),
  });

/** Whose absence has come to a threshold, so that somebody is to act. */
export const thresholdsPage = (page: Page, frame: Frame): string =>
  pageWith(<Listed page={page} frame={frame} />, frame);

/** The same in two, for a list that is still to come: what comes before it, and after. */
export const begunThresholds = (frame: Frame): readonly [before: string, after: string] => inTwo(pageWith(here, frame));

export const listedMarkup = (page: Page, frame: Frame): string => markupOf(<Listed page={page} frame={frame} />);
