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

/** All of the page but its figures. */
export interface SuspensionsPage {
  /** Whose they are: a school, by its URN and name; null for the council’s area. */
  readonly school: { readonly urn: string; readonly name: string } | null;
  readonly filter: YearFilter;
  /** Null for a role that goes through no children. */
  readonly children: Answer<SuspendedChildrenQuery> | null;
  /** The cursor the list begins after; null for the first page. */
  readonly after: string | null;
}

interface ListProps {
  readonly page: SuspensionsPage;
  readonly answer: Answer<SuspendedChildrenQuery>;
  readonly address: string;
  readonly frame: Frame;
}

/** The children themselves. */
function Children({ page: { school, filter, after }, answer, address, frame }: ListProps) {
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

const addressOf = ({ school }: SuspensionsPage): string =>
  school === null ? '/suspensions' : `/schools/${school.urn}/suspensions`;

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

/** The page with something in the place of its figures, which are the last of it. */
function pageWith(figures: Child, page: SuspensionsPage, frame: Frame): string {
  const { school, filter, children } = page;
  const address = addressOf(page);
  return layout({
    title: 'Suspensions',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">
          {school === null ? null : <span class="govuk-caption-l">{school.name}</span>}
          Suspensions and exclusions
        </h1>
        {filter.note === null ? null : <p class="govuk-body">{filter.note}</p>}
        <FilterForm action={address}>
          <Select
            name="year"
            label="School year"
            faults={[]}
            value={filter.year}
            options={filter.years.map((year) => ({ value: year, text: year }))}
          />
        </FilterForm>
        {children === null ? null : <Children page={page} answer={children} address={address} frame={frame} />}
        {figures}
      </>
    ),
  });
}

/** Who is kept out of school, how often, and whether they learn meanwhile; `figures` are null for a role that is told none. */
export const suspensionsPage = (page: SuspensionsPage, figures: FiguresView | null, frame: Frame): string =>
  pageWith(figures === null ? null : <AllFigures of={figures} page={page} frame={frame} />, page, frame);

/** The same in two, for figures that are still to come: what comes before them, and after. */
export const begunSuspensions = (page: SuspensionsPage, frame: Frame): readonly [before: string, after: string] =>
  inTwo(pageWith(here, page, frame));

export const figuresMarkup = (figures: FiguresView, page: SuspensionsPage, frame: Frame): string =>
  markupOf(<AllFigures of={figures} page={page} frame={frame} />);
