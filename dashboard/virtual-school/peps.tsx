import { childColumn } from '../component/child-link.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { FileColumn } from '../csv/column.js';
import type { Answer } from '../gateway/answer.js';
import type { VirtualSchoolPepsQuery } from '../gateway/operations.generated.js';
import { type Absence, absenceIn, figure, type Shown, shown } from '../gateway/shown.js';
import { counted } from '../words/codes.js';
import { dayText } from '../words/dates.js';

type Compliance = NonNullable<VirtualSchoolPepsQuery['pepCompliance']>;
type Overdue = NonNullable<VirtualSchoolPepsQuery['pepsOverdue']>;

interface PepsProps {
  readonly answer: Answer<VirtualSchoolPepsQuery>;
  readonly compliance: Shown<Compliance>;
  readonly role: string;
}

/** What a judgement means: no colour of it alone. */
const qualityWords = {
  GREEN: 'Meets the standard (green)',
  AMBER: 'Meets it in part (amber)',
  RED: 'To be done again (red)',
} as const;

interface PlanRow {
  readonly title: string;
  readonly count: Shown<number>;
}

/** How many plans there are of each kind. */
export const planRows = ({ eligible, completed, overdue, byQuality, suppressed }: Compliance): PlanRow[] =>
  [
    ['Children with a plan to be made', eligible] as const,
    ['Completed', completed] as const,
    ...(byQuality ?? []).map(
      ({ quality, count }) => [quality === null ? 'Not judged yet' : qualityWords[quality], count] as const,
    ),
    ['Overdue', overdue] as const,
  ].map(([title, value]) => ({ title, count: figure(value, suppressed || value === null) }));

export const planColumns: readonly FileColumn<PlanRow>[] = [
  { title: 'Plans', text: ({ title }) => title },
  { title: 'Children', numeric: true, text: ({ count }) => count },
];

const Done = ({ told, role }: { readonly told: Compliance; readonly role: string }) => (
  <>
    <p class="govuk-body">
      <Value of={figure(told.percent, told.suppressed)} as={(value) => `${value.toFixed(1)}% completed`} role={role} />{' '}
      in {told.term}, as at {dayText(told.asAt)}. Basis: {told.basis}.
    </p>
    <Table
      caption={`Personal education plans of ${told.term}`}
      quiet
      rows={planRows(told)}
      columns={planColumns}
      file="/virtual-school/plans.csv"
      role={role}
    />
  </>
);

/** What is told of each overdue plan, on the page and in the file. */
export const overdueColumns = (absence: Absence): FileColumn<Overdue['edges'][number]['node']>[] => [
  childColumn(absence),
  { title: 'Term', text: ({ plan }) => plan.term },
  { title: 'Due on', text: ({ plan }) => dayText(plan.dueOn) },
  { title: 'Overdue', numeric: true, text: ({ daysOverdue }) => counted(daysOverdue, 'day', 'days') },
];

const OverdueList = ({ told, answer }: { readonly told: Overdue; readonly answer: Answer<unknown> }) => (
  <>
    <Table
      caption="Children whose plan is overdue, the longest first"
      quiet
      rows={told.edges.map(({ node }) => node)}
      columns={overdueColumns(absenceIn(answer.faults, ['pepsOverdue'], false))}
      file="/virtual-school/overdue-plans.csv"
    />
    {told.totalCount !== null && told.totalCount > told.edges.length ? (
      <p class="govuk-body-s">
        The first {told.edges.length} of {told.totalCount}.
      </p>
    ) : null}
  </>
);

const partOf = <T,>(answer: Answer<unknown>, name: string, value: T | null | undefined): Shown<T> =>
  shown({ answer, path: [name], domain: 'VIRTUAL_SCHOOL', value });

/** How far the term’s plans are done, in whichever of the six answers. */
export const complianceOf = (answer: Answer<VirtualSchoolPepsQuery>): Shown<Compliance> =>
  partOf(answer, 'pepCompliance', answer.data?.pepCompliance);

/**
 * How far the term’s personal education plans are done, how good they are, and which are overdue. Who is not told of the first two
 * meets those that are overdue at once: why the rest is not told the page says, with other figures.
 */
export function Peps({ answer, compliance, role }: PepsProps) {
  const late = answer.data?.pepsOverdue;
  return (
    <section>
      <h2 class="govuk-heading-m">Personal education plans</h2>
      {compliance.kind === 'refused' ? null : (
        <Value of={compliance} role={role} as={(told) => <Done told={told} role={role} />} />
      )}
      <h3 class="govuk-heading-s">Overdue plans</h3>
      <Value
        of={partOf(answer, 'pepsOverdue', late?.edges.length === 0 ? null : late)}
        role={role}
        as={(told) => <OverdueList told={told} answer={answer} />}
      />
    </section>
  );
}
