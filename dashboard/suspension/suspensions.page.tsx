import type { Child } from 'hono/jsx';
import { FilterForm, Select } from '../component/form.js';
import { Pagination } from '../component/pagination.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { SuspendedChildrenQuery } from '../gateway/operations.generated.js';
import { absenceIn } from '../gateway/shown.js';
import { type Frame, here, inTwo, layout } from '../layout/layout.js';
import { markupOf } from '../layout/markup.js';
import { ByPhase, Cohorts, Figures, SixthDayFigures } from './figures.js';
import { OverdueProvision } from './overdue-provision.js';
import { SuspendedTable } from './suspended-table.js';
import { suspendedLines } from './suspended.view.js';
import { type FiguresView, seesCohorts, type YearFilter } from './suspensions.view.js';

/** What the page is of. */
export interface SuspensionsPage {
  /** Whose they are: a school, by its URN and name; null for the council’s area. */
  readonly school: { readonly urn: string; readonly name: string } | null;
  readonly filter: YearFilter;
  /** The cursor the list begins after; null for the first page. */
  readonly after: string | null;
}

interface ListProps {
  readonly page: SuspensionsPage;
  readonly answer: Answer<SuspendedChildrenQuery>;
  readonly frame: Frame;
}

const addressOf = ({ school }: SuspensionsPage): string =>
  school === null ? '/suspensions' : `/schools/${school.urn}/suspensions`;

/** The children themselves. */
function Children({ page, answer, frame }: ListProps) {
  const { school, filter, after } = page;
  const address = addressOf(page);
  const info = answer.data?.suspendedChildren?.pageInfo;
  const of = (cursor: string): string =>
    `${address}?${new URLSearchParams({ year: filter.year, after: cursor }).toString()}`;
  return (
    <section>
      <h2 class="govuk-heading-m">Children</h2>
      <Value
        of={suspendedLines(answer)}
        role={frame.viewer.role}
        as={(lines) => (
          <>
            <OverdueProvision lines={lines} whole={after === null && info?.hasNextPage === false} />
            <SuspendedTable
              lines={lines}
              absence={absenceIn(answer.faults, ['suspendedChildren'], false)}
              back={address}
              year={school === null ? filter.year : null}
              file={`${address}.csv?${new URLSearchParams({ year: filter.year }).toString()}`}
              frame={frame}
            />
          </>
        )}
      />
      <Pagination
        first={after === null ? null : of('')}
        next={info?.hasNextPage === true && info.endCursor !== null ? of(info.endCursor) : null}
      />
    </section>
  );
}

interface FiguresProps {
  readonly of: FiguresView;
  readonly page: SuspensionsPage;
  readonly frame: Frame;
}

function AllFigures({ of, page, frame }: FiguresProps) {
  const { role } = frame.viewer;
  const file = (name: string): string =>
    `${addressOf(page)}/${name}.csv?${new URLSearchParams({ year: page.filter.year }).toString()}`;
  const council = page.school === null;
  return (
    <>
      <Figures of={of.one} role={role} file={file('figures')} />
      <SixthDayFigures of={of.sixthDays} role={role} file={file('sixth-days')} />
      {council ? <ByPhase of={of.byPhase} role={role} file={file('phases')} /> : null}
      {council && seesCohorts(role) ? <Cohorts of={of.cohorts} role={role} file={file('cohorts')} /> : null}
    </>
  );
}

/** The page with what stands under its heading and its filter. */
const pageWith = (content: Child, { school, filter, after }: SuspensionsPage, frame: Frame): string =>
  layout({
    title: 'Suspensions',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">
          {school === null ? null : <span class="govuk-caption-l">{school.name}</span>}
          Suspensions and exclusions
        </h1>
        {filter.note === null ? null : <p class="govuk-body">{filter.note}</p>}
        <FilterForm action={addressOf({ school, filter, after })}>
          <Select
            name="year"
            label="School year"
            faults={[]}
            value={filter.year}
            options={filter.years.map((year) => ({ value: year, text: year }))}
          />
        </FilterForm>
        {content}
      </>
    ),
  });

/** What stands on the page: null for a role that goes through no children, or is told no figures. */
export interface Listed {
  readonly children: Answer<SuspendedChildrenQuery> | null;
  readonly figures: FiguresView | null;
}

/** Who is kept out of school, how often, and whether they learn meanwhile. */
export const suspensionsPage = ({ children, figures }: Listed, page: SuspensionsPage, frame: Frame): string =>
  pageWith(
    <>
      {children === null ? null : <Children page={page} answer={children} frame={frame} />}
      {figures === null ? null : <AllFigures of={figures} page={page} frame={frame} />}
    </>,
    page,
    frame,
  );

/** The same in two, for what is still to come: what comes before it, the children among it where they are known, and after. */
export const begunSuspensions = (
  children: Answer<SuspendedChildrenQuery> | null,
  page: SuspensionsPage,
  frame: Frame,
): readonly [before: string, after: string] =>
  inTwo(
    pageWith(
      <>
        {children === null ? null : <Children page={page} answer={children} frame={frame} />}
        {here}
      </>,
      page,
      frame,
    ),
  );

export const childrenMarkup = (answer: Answer<SuspendedChildrenQuery>, page: SuspensionsPage, frame: Frame): string =>
  markupOf(<Children page={page} answer={answer} frame={frame} />);

export const figuresMarkup = (figures: FiguresView, page: SuspensionsPage, frame: Frame): string =>
  markupOf(<AllFigures of={figures} page={page} frame={frame} />);
