import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Shown } from '../gateway/shown.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { besideText, cardsOf, type Cell, type CohortCell, type SixthDays, told } from './suspensions.view.js';

interface Of<T> {
  readonly of: Shown<T>;
  readonly role: string;
}

const number = (value: number): string => value.toLocaleString('en-GB');
const rate = (value: number): string => value.toFixed(2);

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
export const Figures = ({ of, role }: Of<Cell>) => (
  <section>
    <h2 class="govuk-heading-m">How often, and for how long</h2>
    <Value of={of} role={role} as={(cell) => <Cards cell={cell} role={role} />} />
  </section>
);

const sixthDayRows = ({ due, inTime, late, missing }: SixthDays): (readonly [string, number | null])[] => [
  ['Owed', due],
  ['In place in time', inTime],
  ['In place late', late],
  ['Missing', missing],
];

/** Whether children who were kept out of school had somewhere to learn from the sixth day. */
export const SixthDayFigures = ({ of, role }: Of<SixthDays>) => (
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
            columns={[
              { title: 'Provision', of: ([title]) => title },
              {
                title: 'How often',
                numeric: true,
                of: ([, value]) => <Value of={told(value, null)} as={number} role={role} />,
              },
            ]}
          />
          <p class="govuk-body-s">Basis: {cell.basis}.</p>
        </>
      )}
    />
  </section>
);

/** The same by phase of education, for a school of one is no measure for a school of another. */
export const ByPhase = ({ of, role }: Of<readonly Cell[]>) => (
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
          columns={[
            { title: 'Phase', of: ({ key }) => phaseText(key[0]) },
            count('Pupils', ({ pupils }) => pupils, role),
            count('Suspensions', ({ suspensions }) => suspensions, role),
            {
              title: 'For every 100 pupils',
              numeric: true,
              of: ({ suspensionsPer100, pupils }) => (
                <Value of={told(suspensionsPer100, pupils)} as={rate} role={role} />
              ),
            },
            { title: 'Beside it', of: ({ comparator }) => besideText(comparator) ?? 'Not published' },
            count('Permanent exclusions', ({ permanentExclusions }) => permanentExclusions, role),
          ]}
        />
      )}
    />
  </section>
);

const phaseText = (key: string | undefined): string =>
  key === undefined ? 'All' : key === 'UNKNOWN' ? 'Not known' : key;

const count = (title: string, value: (cell: Cell) => number | null, role: string) => ({
  title,
  numeric: true,
  of: (cell: Cell) => <Value of={told(value(cell), cell.pupils)} as={number} role={role} />,
});

/** A figure of a cohort: where it is not hidden and not there, no school told of a suspension yet. */
const OfCohort = ({
  value,
  cell,
  as,
  role,
}: {
  value: number | null;
  cell: CohortCell;
  as: typeof number;
  role: string;
}) =>
  value === null && !cell.suppressed ? (
    <span class="app-none">No school has told of any</span>
  ) : (
    <Value of={told(value, null)} as={as} role={role} />
  );

/** The children with a social worker, beside all pupils. */
export const Cohorts = ({ of, role }: Of<readonly CohortCell[]>) => (
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
            columns={[
              { title: 'Children who are', of: ({ cohort }) => words(cohort) },
              {
                title: 'Suspensions',
                numeric: true,
                of: (cell) => <OfCohort value={cell.suspensions} cell={cell} as={number} role={role} />,
              },
              {
                title: 'For every 100 children',
                numeric: true,
                of: (cell) => <OfCohort value={cell.suspensionsPer100} cell={cell} as={rate} role={role} />,
              },
              {
                title: 'Suspended, of every 100',
                numeric: true,
                of: (cell) => <OfCohort value={cell.childrenSuspendedPer100} cell={cell} as={rate} role={role} />,
              },
              {
                title: 'Beside it',
                of: ({ comparatorOfChildren }) => besideText(comparatorOfChildren) ?? 'Not published',
              },
              {
                title: 'Permanent exclusions',
                numeric: true,
                of: (cell) => <OfCohort value={cell.permanentExclusions} cell={cell} as={number} role={role} />,
              },
            ]}
          />
          <p class="govuk-body-s">Basis: {cells[0]?.basis}.</p>
        </>
      )}
    />
  </section>
);
