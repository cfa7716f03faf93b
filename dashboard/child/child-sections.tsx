import type { Child } from 'hono/jsx';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Freshness, Shown } from '../gateway/shown.js';
import type { Frame } from '../layout/layout.js';
import { absenceWords } from '../words/absence.js';
import { domainWords } from '../words/codes.js';
import { dayText, timeText } from '../words/dates.js';
import { Actions } from './actions.js';
import { BeforeExclusion } from './before-exclusion.js';
import { accessColumns, teamColumns } from './child.tables.js';
import type { ChildView } from './child.view.js';
import { EducationFacts, HealthFacts, SocialCareFacts, VirtualSchoolFacts } from './domain-facts.js';
import { mayAgree } from './may-agree.js';
import { Said } from './said.js';

interface PartProps<T> {
  readonly id: string;
  readonly title: string;
  readonly of: Shown<T>;
  readonly role: string;
  readonly as: (value: T) => Child;
}

/** A domain’s part: how old it is, or why it is not there, and its facts. */
function DomainPart<T extends Freshness>({ id, title, of, role, as }: PartProps<T>) {
  return (
    <section id={id}>
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

const Part = <T,>({ id, title, of, role, as }: PartProps<T>) => (
  <section id={id}>
    <h2 class="govuk-heading-l">{title}</h2>
    <Value of={of} role={role} as={as} />
  </section>
);

interface Props {
  readonly view: ChildView;
  readonly role: string;
}

export const Around = ({ view, role }: Props) => (
  <Part
    id="around"
    title={`Around ${view.called}`}
    of={view.team}
    role={role}
    as={(team) => (
      <Table
        caption="Who works with the child"
        quiet
        rows={team}
        file={`/children/${view.id}/team.csv`}
        columns={teamColumns}
      />
    )}
  />
);

export const Attention = ({ view, role }: Props) => (
  <section class="app-meeting" id="meeting">
    <h2 class="govuk-heading-m">For this week’s meeting</h2>
    <Value
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
  </section>
);

/** Not where they are refused: that is said further down. */
export const Voices = ({ view, role }: Props) =>
  view.voices.kind === 'refused' ? null : (
    <Part
      id="words"
      title={`In ${view.called}’s words, and the family’s`}
      of={view.voices}
      role={role}
      as={(voices) => voices.map((voice) => <Said voice={voice} />)}
    />
  );

/** Where something is agreed for a child; a school puts any child of its own on the agenda, needing attention or not. */
const ToAgree = ({ id, frame: { viewer } }: { readonly id: string; readonly frame: Frame }) => (
  <ul class="govuk-list app-links">
    <li>
      <a class="govuk-link" href={`/children/${id}/actions/new`}>
        Add an action
      </a>
    </li>
    {viewer.organisation.kind === 'school' ? (
      <li>
        <a class="govuk-link" href={`/schools/${viewer.organisation.id}/agenda/new?child=${id}`}>
          Add to the agenda
        </a>
      </li>
    ) : null}
  </ul>
);

/** Not where they are refused: that is said further down. */
export const Agreed = ({ view, frame }: { readonly view: ChildView; readonly frame: Frame }) =>
  view.actions.kind === 'refused' ? null : (
    <>
      <Part
        id="actions"
        title="Actions"
        of={view.actions}
        role={frame.viewer.role}
        as={(actions) => <Actions actions={actions} childId={view.id} today={view.today} token={frame.token} />}
      />
      {mayAgree(frame) ? <ToAgree id={view.id} frame={frame} /> : null}
    </>
  );

/** What schools and the council told. */
export const EducationPart = ({ view, role }: Props) => (
  <DomainPart
    id="education"
    title="Education"
    of={view.education}
    role={role}
    as={(record) => (
      <>
        <EducationFacts record={record} none={absenceWords[view.absence.EDUCATION]} today={view.today} />
        <BeforeExclusion risk={view.risk} childId={view.id} role={role} />
      </>
    )}
  />
);

/** What health partners told. */
export const HealthPart = ({ view, role }: Props) => (
  <DomainPart
    id="health"
    title="Health"
    of={view.health}
    role={role}
    as={(record) => <HealthFacts record={record} none={absenceWords[view.absence.HEALTH]} childId={view.id} />}
  />
);

/** What social care told. */
export const SocialCarePart = ({ view, role }: Props) => (
  <DomainPart
    id="social-care"
    title="Social care"
    of={view.socialCare}
    role={role}
    as={(record) => <SocialCareFacts record={record} none={absenceWords[view.absence.SOCIAL_CARE]} />}
  />
);

/** What the virtual school holds. */
export const VirtualSchoolPart = ({ view, role }: Props) => (
  <DomainPart
    id="virtual-school"
    title="Virtual school"
    of={view.virtualSchool}
    role={role}
    as={(record) => <VirtualSchoolFacts record={record} none={absenceWords[view.absence.VIRTUAL_SCHOOL]} />}
  />
);

export const Access = ({ view, role }: Props) => (
  <Part
    id="access"
    title="What you can see, and why"
    of={view.access}
    role={role}
    as={(access) => (
      <Table
        caption="What you can see of each domain"
        quiet
        rows={access}
        file={`/children/${view.id}/access.csv`}
        columns={accessColumns}
      />
    )}
  />
);
