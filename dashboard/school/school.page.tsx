import type { Child } from 'hono/jsx';
import { Button, ErrorSummary, FilterForm, PostForm, TextInput } from '../component/form.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { SchoolAttentionQuery, SchoolTeamQuery } from '../gateway/operations.generated.js';
import { shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { domainWords } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { absentChild, nameText } from '../words/names.js';

interface SchoolView {
  readonly urn: string;
  /** The Monday of the week. */
  readonly week: string;
  readonly team: Answer<SchoolTeamQuery>;
  readonly attention: Answer<SchoolAttentionQuery>;
  /** What was wrong with the address, in a sentence. */
  readonly note: string | null;
}

type Team = NonNullable<NonNullable<SchoolTeamQuery['school']>['teamAroundSchool']>;
type Item = NonNullable<Team['agenda']>[number];
type Attention = NonNullable<NonNullable<NonNullable<SchoolAttentionQuery['school']>['teamAroundSchool']>['attention']>;

const ChildLink = ({
  child,
}: {
  readonly child: { readonly id: string; readonly name: Parameters<typeof nameText>[0] } | null;
}): Child =>
  child ? (
    <a class="govuk-link" href={`/children/${child.id}`}>
      {nameText(child.name)}
    </a>
  ) : (
    absentChild('none-seen')
  );

function AttentionTable({ items, urn }: { readonly items: Attention; readonly urn: string }) {
  return (
    <Table
      caption="Children who need attention, the most pressing first"
      quiet
      rows={items}
      columns={[
        { title: 'Child', of: ({ child }) => <ChildLink child={child} /> },
        {
          title: 'Why',
          of: ({ reasons }) => (
            <ul class="app-facts">
              {reasons.map(({ fact, since, domain }) => (
                <li>
                  {fact}{' '}
                  <span class="govuk-hint app-inline">
                    {since === null ? '' : `since ${dayText(since)}, `}
                    {domainWords(domain)}
                  </span>
                </li>
              ))}
            </ul>
          ),
        },
        {
          title: 'Agenda',
          of: ({ child, onAgenda }) =>
            onAgenda || !child ? (
              'On the agenda'
            ) : (
              <a class="govuk-link" href={`/schools/${urn}/agenda/new?child=${child.id}`}>
                Add<span class="govuk-visually-hidden"> {nameText(child.name)} to the agenda</span>
              </a>
            ),
        },
      ]}
    />
  );
}

const AgendaTable = ({
  items,
  urn,
  frame,
}: {
  readonly items: readonly Item[];
  readonly urn: string;
  readonly frame: Frame;
}) => (
  <Table
    caption="The agenda"
    quiet
    rows={items}
    columns={[
      { title: 'Child', of: ({ child }) => <ChildLink child={child} /> },
      {
        title: 'Why',
        of: ({ reason, waitsForDecision, meetingOn }) => (
          <>
            {reason}
            {meetingOn === null ? null : <div class="govuk-hint">For the meeting on {dayText(meetingOn)}</div>}
            {waitsForDecision === true ? <div class="govuk-hint">Waits for a decision</div> : null}
          </>
        ),
      },
      { title: 'Raised by', of: ({ raisedBy }) => raisedBy },
      {
        title: 'Own words',
        of: ({ voices }) =>
          voices && voices.length > 0
            ? voices.map(({ by, words }) => (
                <blockquote class="app-voice">
                  “{words}” <span class="govuk-hint app-inline">{by}</span>
                </blockquote>
              ))
            : 'None recorded',
      },
      {
        title: 'Talked about',
        of: ({ id, version, child, closedOn, outcome }) =>
          closedOn !== null ? (
            <>Talked about{outcome === null ? '' : `: ${outcome}`}</>
          ) : (
            <PostForm
              action={`/schools/${urn}/agenda/${id}/close`}
              token={frame.token}
              hidden={{ version: String(version) }}
            >
              <TextInput name="outcome" id={`outcome-${id}`} label="What was decided" faults={[]} value="" />
              <Button
                words={
                  <>
                    Talked about<span class="govuk-visually-hidden"> {child ? nameText(child.name) : ''}</span>
                  </>
                }
                quiet
              />
            </PostForm>
          ),
      },
    ]}
  />
);

const Members = ({ members }: { readonly members: NonNullable<Team['members']> }) => (
  <Table
    caption="The team"
    quiet
    rows={members}
    columns={[
      { title: 'Name', of: ({ name }) => name },
      { title: 'Role', of: ({ role, lead }) => (lead ? `${role}, leads` : role) },
      { title: 'Organisation', of: ({ organisation }) => organisation?.name ?? 'Not known' },
      { title: 'Contact', of: ({ contact }) => contact ?? 'None recorded' },
    ]}
  />
);

/** Who needs the team this week, what it agreed, and who is on it. */
export function schoolPage({ urn, week, team, attention, note }: SchoolView, frame: Frame): string {
  const around = team.data?.school?.teamAroundSchool;
  const of = <T,>(answer: Answer<unknown>, field: string, value: readonly T[] | null | undefined) =>
    shown({ answer, path: ['school', 'teamAroundSchool', field], domain: 'PARTNERSHIP', value, seesAll: false });
  const { role } = frame.viewer;
  return layout({
    title: team.data?.school?.name ?? 'School',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">
          {team.data?.school?.name} <span class="govuk-caption-l">Week of {dayText(week)}</span>
        </h1>
        {note === null ? null : <p class="govuk-body">{note}</p>}
        <FilterForm action={`/schools/${urn}`}>
          <TextInput name="week" label="Week" kind="date" hint="Any day of it" faults={[]} value={week} />
        </FilterForm>
        <section>
          <h2 class="govuk-heading-m">Who needs attention</h2>
          <Value
            of={of(attention, 'attention', attention.data?.school?.teamAroundSchool?.attention)}
            role={role}
            as={(items) => <AttentionTable items={items} urn={urn} />}
          />
        </section>
        <section>
          <h2 class="govuk-heading-m">Agenda</h2>
          <Value
            of={of(team, 'agenda', around?.agenda)}
            role={role}
            as={(items) => <AgendaTable items={items} urn={urn} frame={frame} />}
          />
        </section>
        <section>
          <h2 class="govuk-heading-m">The team</h2>
          <Value
            of={of(team, 'members', around?.members)}
            role={role}
            as={(members) => <Members members={members} />}
          />
        </section>
      </>
    ),
  });
}

/** Where somebody who works with several schools says which. */
export function schoolsPage(asked: string | undefined, frame: Frame): string {
  const faults = asked === undefined ? [] : [{ field: 'urn', words: 'Enter the school’s URN in digits.' }];
  return layout({
    title: faults.length > 0 ? 'Error: which school' : 'Which school',
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Which school?</h1>
        <FilterForm action="/schools">
          <TextInput
            name="urn"
            label="The school’s URN"
            hint="Six digits, such as 900001"
            faults={faults}
            value={asked}
          />
        </FilterForm>
      </>
    ),
  });
}
