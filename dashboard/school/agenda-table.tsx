import { childColumn } from '../component/child-link.js';
import { Button, PostForm } from '../component/form.js';
import { Table } from '../component/table.js';
import type { FileColumn } from '../csv/column.js';
import type { Absence } from '../gateway/shown.js';
import type { Frame } from '../layout/layout.js';
import { dayText } from '../words/dates.js';
import { nameText } from '../words/names.js';
import { DecisionFields, OutcomeFields } from './agenda-fields.js';
import type { AgendaLine } from './school.view.js';

interface AgendaProps {
  readonly items: readonly AgendaLine[];
  readonly urn: string;
  readonly today: string;
  readonly absence: Absence;
  readonly frame: Frame;
  readonly file: string;
}

const whyText = ({ reason, meetingOn, until, closedOn, waitsForDecision }: AgendaLine): string =>
  [
    reason,
    meetingOn === null ? '' : `for the meeting on ${dayText(meetingOn)}`,
    closedOn === null ? `ends on ${dayText(until)}` : '',
    waitsForDecision === true ? 'waits for a decision' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');

const Why = ({ item: { reason, meetingOn, until, closedOn, waitsForDecision } }: { readonly item: AgendaLine }) => (
  <>
    {reason}
    {meetingOn === null ? null : <div class="govuk-hint">For the meeting on {dayText(meetingOn)}</div>}
    {closedOn === null ? <div class="govuk-hint">Ends on {dayText(until)}</div> : null}
    {waitsForDecision === true ? <div class="govuk-hint">Waits for a decision</div> : null}
  </>
);

const OwnWords = ({ item: { voices } }: { readonly item: AgendaLine }) =>
  voices && voices.length > 0 ? (
    <>
      {voices.map(({ by, words }) => (
        <blockquote class="app-voice">
          “{words}” <span class="govuk-hint app-inline">{by}</span>
        </blockquote>
      ))}
    </>
  ) : (
    <>None recorded</>
  );

type OfItem = Omit<AgendaProps, 'file' | 'items'> & { readonly item: AgendaLine };

/** What is sent besides what is typed: the item as it was seen, and the name for a form that has to be shown again. */
const hiddenOf = ({ version, child }: AgendaLine) => ({
  ...{ version: String(version), childName: child ? nameText(child.name) : '' },
});

/** The decision of the school’s safeguarding lead, for which some items wait. */
const Decision = ({ item, urn, frame }: OfItem) => (
  <PostForm action={`/schools/${urn}/agenda/${item.id}/decide`} token={frame.token} hidden={hiddenOf(item)}>
    <DecisionFields form={{}} faults={[]} of={item.id} />
    <Button
      words={
        <>
          Decide<span class="govuk-visually-hidden"> for {hiddenOf(item).childName}</span>
        </>
      }
      quiet
    />
  </PostForm>
);

/** What came of it; where that is open, the form that says so, once the day of the meeting has come. */
function Outcome({ item, urn, today, frame, ...rest }: OfItem) {
  const { id, child, closedOn, outcome, meetingOn } = item;
  if (closedOn !== null) return <>Talked about{outcome === null ? '' : `: ${outcome}`}</>;
  if (item.waitsForDecision === true) return <Decision {...{ item, urn, today, frame, ...rest }} />;
  const hidden = hiddenOf(item);
  const name = hidden.childName;
  return (
    <>
      {outcome === null ? null : <p class="govuk-body">Decided so far: {outcome}</p>}
      {meetingOn !== null && meetingOn > today ? (
        'The meeting is to come'
      ) : (
        <PostForm action={`/schools/${urn}/agenda/${id}/close`} token={frame.token} hidden={hidden}>
          <OutcomeFields form={{}} faults={[]} of={id} />
          <Button
            words={
              <>
                Talked about<span class="govuk-visually-hidden"> {name}</span>
              </>
            }
            quiet
          />
        </PostForm>
      )}
      <p class="govuk-body app-after">
        <a class="govuk-link" href={`/schools/${urn}/agenda/${id}`}>
          Keep on the agenda<span class="govuk-visually-hidden"> {name}</span>
        </a>
      </p>
      {child ? (
        <p class="govuk-body app-after">
          <a class="govuk-link" href={`/schools/${urn}/actions/new?child=${child.id}`}>
            Add an action<span class="govuk-visually-hidden"> for {name}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

/** What is told of each item, on the page and in the file. */
export const agendaColumns = (absence: Absence): FileColumn<AgendaLine>[] => [
  childColumn(absence),
  { title: 'Why', text: whyText, of: (item) => <Why item={item} /> },
  { title: 'Raised by', text: ({ raisedBy }) => raisedBy },
  {
    title: 'Own words',
    text: ({ voices }) =>
      voices && voices.length > 0 ? voices.map(({ by, words }) => `“${words}” ${by}`).join('; ') : 'None recorded',
    of: (item) => <OwnWords item={item} />,
  },
];

/** What came of an item, in the file. */
export const outcomeColumn: FileColumn<AgendaLine> = {
  title: 'Talked about',
  text: ({ closedOn, outcome }) => {
    if (closedOn === null) return outcome === null ? 'Not yet' : `Decided so far: ${outcome}`;
    return outcome === null ? 'Talked about' : `Talked about: ${outcome}`;
  },
};

/** Whom the team is to talk about, with the child’s and the parents’ own words, and what came of it. */
export const AgendaTable = ({ items, file, ...rest }: AgendaProps) => (
  <Table
    caption="The agenda"
    quiet
    rows={items}
    file={file}
    columns={[
      ...agendaColumns(rest.absence),
      { title: 'Talked about', of: (item) => <Outcome item={item} {...rest} /> },
    ]}
  />
);
