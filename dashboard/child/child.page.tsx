import type { Child } from 'hono/jsx';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Freshness, Shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { AttendanceWeeks } from '../picture/attendance-weeks.js';
import { absenceWords } from '../words/absence.js';
import { domainWords, words } from '../words/codes.js';
import { dayText, timeText } from '../words/dates.js';
import type { ChildView } from './child.view.js';
import { EducationFacts, HealthFacts, SocialCareFacts, VirtualSchoolFacts } from './domain-facts.js';

interface PartProps<T> {
  readonly title: string;
  readonly of: Shown<T>;
  readonly role: string;
  readonly as: (value: T) => Child;
}

/** A domain’s part: how old it is, or why it is not there, and its facts. */
function DomainPart<T extends Freshness>({ title, of, role, as }: PartProps<T>) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <Value
        of={of}
        role={role}
        as={(record) => (
          <>
            <p class="govuk-body-s">{record.asAt === null ? 'Never received.' : `As at ${timeText(record.asAt)}.`}</p>
            {as(record)}
          </>
        )}
      />
    </section>
  );
}

const Part = <T,>({ title, of, role, as }: PartProps<T>) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    <Value of={of} role={role} as={as} />
  </section>
);

function Around({ view, role }: { readonly view: ChildView; readonly role: string }) {
  return (
    <Part
      title="Around the child"
      of={view.team}
      role={role}
      as={(team) => (
        <Table
          caption="Who works with the child"
          quiet
          rows={team}
          columns={[
            { title: 'Name', of: ({ name }) => name },
            { title: 'Role', of: ({ role: one, lead }) => (lead ? `${one}, leads` : one) },
            { title: 'Organisation', of: ({ organisation }) => organisation?.name ?? 'Not known' },
            { title: 'Since', of: ({ since }) => (since === null ? 'Not known' : dayText(since)) },
            { title: 'Contact', of: ({ contact }) => contact ?? 'None recorded' },
          ]}
        />
      )}
    />
  );
}

const Attention = ({ view, role }: { readonly view: ChildView; readonly role: string }) => (
  <Part
    title="What needs attention this week"
    of={view.attention}
    role={role}
    as={(reasons) => (
      <ul class="app-facts app-meeting__facts">
        {reasons.slice(0, 5).map(({ fact, since, domain }) => (
          <li>
            {fact}{' '}
            <span class="govuk-hint app-inline">
              {since === null ? '' : `since ${dayText(since)}, `}
              {domainWords(domain)}
            </span>
          </li>
        ))}
      </ul>
    )}
  />
);

const Access = ({ view, role }: { readonly view: ChildView; readonly role: string }) => (
  <Part
    title="What you can see, and why"
    of={view.access}
    role={role}
    as={(access) => (
      <Table
        caption="What you can see of each domain"
        quiet
        rows={access}
        columns={[
          { title: 'Domain', of: ({ domain }) => words(domain) },
          { title: 'You see', of: ({ outcome }) => outcomeWords[outcome] },
          { title: 'Why', of: ({ because }) => because },
        ]}
      />
    )}
  />
);

const outcomeWords = {
  FULL: 'All of it',
  REDACTED: 'A part of it',
  EXISTENCE_ONLY: 'That there is a record',
  NOT_SHARED: 'Nothing',
} as const;

/** One child’s page: who is around the child first, then what needs attention, then each domain. */
export function childPage(view: ChildView, frame: Frame): string {
  const { role } = frame.viewer;
  return layout({
    title: view.name,
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">{view.name}</h1>
        <p class="govuk-body-l">{view.lead}</p>
        <Attention view={view} role={role} />
        <p class="govuk-body">
          <a class="govuk-link" href={`/children/${view.id}/actions/new`}>
            Add an action
          </a>
        </p>
        <Around view={view} role={role} />
        <section>
          <h2 class="govuk-heading-m">Attendance this school year</h2>
          <Value of={view.weeks} role={role} as={(weeks) => <AttendanceWeeks weeks={weeks} />} />
        </section>
        <DomainPart
          title="Education"
          of={view.education}
          role={role}
          as={(record) => <EducationFacts record={record} none={absenceWords[view.absence.EDUCATION]} />}
        />
        <DomainPart
          title="Health"
          of={view.health}
          role={role}
          as={(record) => <HealthFacts record={record} none={absenceWords[view.absence.HEALTH]} />}
        />
        <DomainPart
          title="Social care"
          of={view.socialCare}
          role={role}
          as={(record) => <SocialCareFacts record={record} none={absenceWords[view.absence.SOCIAL_CARE]} />}
        />
        <DomainPart
          title="Virtual school"
          of={view.virtualSchool}
          role={role}
          as={(record) => <VirtualSchoolFacts record={record} none={absenceWords[view.absence.VIRTUAL_SCHOOL]} />}
        />
        <Access view={view} role={role} />
      </>
    ),
  });
}
