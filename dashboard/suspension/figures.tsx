import { FileLink, Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Shown } from '../gateway/shown.js';
import { dayText } from '../words/dates.js';
import { cohortColumns, number, phaseColumns, rate, sixthDayColumns, sixthDayRows } from './figures.table.js';
import { cardsOf, type Cell, type CohortCell, type SixthDays } from './suspensions.view.js';

interface Of<T> {
  readonly of: Shown<T>;
  readonly role: string;
  /** Where the same figures can be had as a file. */
  readonly file: string;
}

const Cards = ({ cell, role }: { readonly cell: Cell; readonly role: string }) => (
  <>
    <ul class="app-cards">
      {cardsOf(cell).map(({ title, value, unit, beside }) => (
        <li class="app-card">
          <p class="app-card__figure">
            <Value of={value} as={unit === 'rate' ? rate : number} role={role} />
          </p>
          <p class="govuk-body">{title}</p>
          {beside === null ? null : <p class="govuk-body-s">Beside it: {beside}</p>}
        </li>
      ))}
    </ul>
    <p class="govuk-body-s">
      Basis: {cell.basis}. Pupils as on {dayText(cell.pupilsOn)}.
      {cell.suppressed ? ' Where few children stand behind a number, it is not shown.' : ''}
    </p>
  </>
);

/** How often pupils were suspended and excluded, beside what is published for England. */
export const Figures = ({ of, role, file }: Of<Cell>) => (
  <section>
    <h2 class="govuk-heading-m">How often, and for how long</h2>
    <Value
      of={of}
      role={role}
      as={(cell) => (
        <>
          <Cards cell={cell} role={role} />
          <FileLink file={file} caption="How often, and for how long" />
        </>
      )}
    />
  </section>
);

/** Whether children who were kept out of school had somewhere to learn from the sixth day. */
export const SixthDayFigures = ({ of, role, file }: Of<SixthDays>) => (
  <section>
    <h2 class="govuk-heading-m">Provision from the sixth day</h2>
    <Value
      of={of}
      role={role}
      as={(cell) => (
        <>
          <Table
            caption="How often provision was owed from the sixth day, and came"
            quiet
            rows={sixthDayRows(cell)}
            columns={sixthDayColumns(role)}
            role={role}
            file={file}
          />
          <p class="govuk-body-s">Basis: {cell.basis}.</p>
        </>
      )}
    />
  </section>
);

/** The same by phase of education, for a school of one is no measure for a school of another. */
export const ByPhase = ({ of, role, file }: Of<readonly Cell[]>) => (
  <section>
    <h2 class="govuk-heading-m">By phase of education</h2>
    <Value
      of={of}
      role={role}
      as={(cells) => (
        <Table
          caption="Suspensions and exclusions by phase of education"
          quiet
          rows={cells}
          columns={phaseColumns(role)}
          role={role}
          file={file}
        />
      )}
    />
  </section>
);

/** The children with a social worker, beside all pupils. */
export const Cohorts = ({ of, role, file }: Of<readonly CohortCell[]>) => (
  <section>
    <h2 class="govuk-heading-m">Children with a social worker</h2>
    <Value
      of={of}
      role={role}
      as={(cells) => (
        <>
          <Table
            caption="Suspensions of children with a social worker, by group"
            quiet
            rows={cells}
            columns={cohortColumns(role)}
            role={role}
            file={file}
          />
          <p class="govuk-body-s">Basis: {cells[0]?.basis}.</p>
        </>
      )}
    />
  </section>
);
