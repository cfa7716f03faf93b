import { ChildLink } from '../component/child-link.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { VirtualSchoolPepsQuery } from '../gateway/operations.generated.js';
import { absenceIn, figure, shown } from '../gateway/shown.js';
import { counted } from '../words/codes.js';
import { dayText } from '../words/dates.js';

interface PepsProps {
  readonly answer: Answer<VirtualSchoolPepsQuery>;
  readonly role: string;
}

type Compliance = NonNullable<VirtualSchoolPepsQuery['pepCompliance']>;
type Overdue = NonNullable<VirtualSchoolPepsQuery['pepsOverdue']>;

/** What a judgement means: no colour of it alone. */
const qualityWords = {
  GREEN: 'Meets the standard (green)',
  AMBER: 'Meets it in part (amber)',
  RED: 'To be done again (red)',
} as const;

const rowsOf = ({ eligible, completed, overdue, byQuality }: Compliance): (readonly [string, number | null])[] => [
  ['Children with a plan to be made', eligible],
  ['Completed', completed],
  ...(byQuality ?? []).map(
    ({ quality, count }) => [quality === null ? 'Not judged yet' : qualityWords[quality], count] as const,
  ),
  ['Overdue', overdue],
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
      rows={rowsOf(told)}
      columns={[
        { title: 'Plans', of: ([title]) => title },
        {
          title: 'Children',
          numeric: true,
          of: ([, value]) => <Value of={figure(value, told.suppressed || value === null)} as={String} role={role} />,
        },
      ]}
    />
  </>
);

const OverdueList = ({ told, answer }: { readonly told: Overdue; readonly answer: Answer<unknown> }) => (
  <>
    <Table
      caption="Children whose plan is overdue, the longest first"
      quiet
      rows={told.edges.map(({ node }) => node)}
      columns={[
        {
          title: 'Child',
          of: ({ child }) => <ChildLink child={child} absence={absenceIn(answer.faults, ['pepsOverdue'], false)} />,
        },
        { title: 'Term', of: ({ plan }) => plan.term },
        { title: 'Due on', of: ({ plan }) => dayText(plan.dueOn) },
        { title: 'Overdue', numeric: true, of: ({ daysOverdue }) => counted(daysOverdue, 'day', 'days') },
      ]}
    />
    {told.totalCount !== null && told.totalCount > told.edges.length ? (
      <p class="govuk-body-s">
        The first {told.edges.length} of {told.totalCount}.
      </p>
    ) : null}
  </>
);

/** How far the term’s personal education plans are done, how good they are, and which are overdue. */
export function Peps({ answer, role }: PepsProps) {
  const { data } = answer;
  const late = data?.pepsOverdue;
  const of = <T,>(name: string, value: T | null | undefined) =>
    shown({ answer, path: [name], domain: 'VIRTUAL_SCHOOL', value });
  return (
    <section>
      <h2 class="govuk-heading-m">Personal education plans</h2>
      <Value
        of={of('pepCompliance', data?.pepCompliance)}
        role={role}
        as={(told) => <Done told={told} role={role} />}
      />
      <h3 class="govuk-heading-s">Overdue plans</h3>
      <Value
        of={of('pepsOverdue', late?.edges.length === 0 ? null : late)}
        role={role}
        as={(told) => <OverdueList told={told} answer={answer} />}
      />
    </section>
  );
}
