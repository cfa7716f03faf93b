import { FilterForm, Select } from '../component/form.js';
import { Pagination } from '../component/pagination.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { SuspendedChildrenQuery } from '../gateway/operations.generated.js';
import { absenceIn } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { ByPhase, Cohorts, Figures, SixthDayFigures } from './figures.js';
import { SuspendedTable } from './suspended-table.js';
import { suspendedLines } from './suspended.view.js';
import { type FiguresView, seesCohorts, type YearFilter } from './suspensions.view.js';

interface Page {
  /** Whose they are: a school, by its URN and name; null for the council’s area. */
  readonly school: { readonly urn: string; readonly name: string } | null;
  readonly filter: YearFilter;
  /** Null for a role that is told no figures. */
  readonly figures: FiguresView | null;
  /** Null for a role that goes through no children. */
  readonly children: Answer<SuspendedChildrenQuery> | null;
  /** The cursor the list begins after; null for the first page. */
  readonly after: string | null;
}

interface ListProps {
  readonly page: Page;
  readonly answer: Answer<SuspendedChildrenQuery>;
  readonly address: string;
  readonly frame: Frame;
}

/** The children themselves. */
function Children({ page: { filter, after }, answer, address, frame }: ListProps) {
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
          <SuspendedTable
            lines={lines}
            absence={absenceIn(answer.faults, ['suspendedChildren'], false)}
            back={address}
            file={`${address}.csv?${new URLSearchParams({ year: filter.year }).toString()}`}
            frame={frame}
          />
        )}
      />
      <Pagination
        first={after === null ? null : of('')}
        next={info?.hasNextPage === true && info.endCursor !== null ? of(info.endCursor) : null}
      />
    </section>
  );
}

/** Who is kept out of school, how often, and whether they learn meanwhile. */
export function suspensionsPage(page: Page, frame: Frame): string {
  const { school, filter, figures, children } = page;
  const { role } = frame.viewer;
  const address = school === null ? '/suspensions' : `/schools/${school.urn}/suspensions`;
  const file = (name: string): string =>
    `${address}/${name}.csv?${new URLSearchParams({ year: filter.year }).toString()}`;
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
        {figures === null ? null : <Figures of={figures.one} role={role} file={file('figures')} />}
        {figures === null ? null : <SixthDayFigures of={figures.sixthDays} role={role} file={file('sixth-days')} />}
        {figures === null || school !== null ? null : (
          <ByPhase of={figures.byPhase} role={role} file={file('phases')} />
        )}
        {figures === null || school !== null || !seesCohorts(role) ? null : (
          <Cohorts of={figures.cohorts} role={role} file={file('cohorts')} />
        )}
      </>
    ),
  });
}
