import { childColumn } from '../component/child-link.js';
import { Button, PostForm, TextInput } from '../component/form.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { FileColumn } from '../csv/column.js';
import { type Absence, within } from '../gateway/shown.js';
import type { Frame } from '../layout/layout.js';
import { counted } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { nameText } from '../words/names.js';
import {
  daysText,
  isOverdue,
  type Item,
  itemsText,
  lengthText,
  mayRecord,
  provisionText,
  reasonText,
  type Summary,
  type SuspendedLine,
} from './suspended.view.js';

export const suspendedCaption = 'Children who were suspended or excluded, the last first';

interface ListProps {
  readonly lines: readonly SuspendedLine[];
  /** What it means that a child is missing. */
  readonly absence: Absence;
  /** Where whoever records something comes back to. */
  readonly back: string;
  /** The school year that a school’s own list is led to with; null where the list is a school’s own. */
  readonly year: string | null;
  readonly frame: Frame;
}

interface ProvisionProps {
  readonly item: Item;
  readonly child: { readonly id: string; readonly name: string };
  readonly back: string;
  readonly frame: Frame;
}

/** The form that says of provision that it is in place, where the reader’s organisation owes it. */
function Provision({ item, child, back, frame }: ProvisionProps) {
  const said = provisionText(item);
  if (said === null) return null;
  const id = `${child.id}-${item.startedOn}`;
  return (
    <>
      <div>
        {said}
        {isOverdue(item) ? (
          <>
            {' '}
            <strong class="govuk-tag govuk-tag--red">Overdue</strong>
          </>
        ) : null}
      </div>
      {mayRecord(item, frame.viewer) ? (
        <details class="govuk-details app-after">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              Record provision<span class="govuk-visually-hidden"> for {child.name}</span>
            </span>
          </summary>
          <div class="govuk-details__text">
            <PostForm
              action="/suspensions/provision"
              token={frame.token}
              hidden={{ childId: child.id, childName: child.name, startedOn: item.startedOn, back }}
            >
              <TextInput name="provider" id={`provider-${id}`} label="Who gives it?" faults={[]} value="" />
              <TextInput name="inPlaceOn" id={`inPlaceOn-${id}`} label="In place on" kind="date" faults={[]} value="" />
              <Button words="Save" quiet />
            </PostForm>
          </div>
        </details>
      ) : null}
    </>
  );
}

type Spells = Omit<ProvisionProps, 'item'> & { readonly summary: Summary };

const Suspensions = ({ summary, ...rest }: Spells) => (
  <ul class="app-facts">
    {summary.items.map((item) => (
      <li>
        {dayText(item.startedOn)}: {lengthText(item)}
        <div class="govuk-hint">{reasonText(item)}</div>
        <Provision item={item} {...rest} />
      </li>
    ))}
  </ul>
);

const Days = ({ summary }: { readonly summary: Summary }) => (
  <>
    {counted(summary.schoolDaysThisYear, 'school day', 'school days')} of 45
    {summary.limitWarning === null ? null : (
      <div>
        <strong class={`govuk-tag govuk-tag--${summary.overLimit ? 'red' : 'yellow'}`}>
          {summary.overLimit ? 'Over 45' : 'Near 45'}
        </strong>{' '}
        {summary.limitWarning}
      </div>
    )}
  </>
);

interface SchoolsProps {
  readonly schools: readonly { readonly urn: string; readonly name: string }[];
  readonly year: string | null;
}

/** The child’s schools; from the council’s list each leads to its own. Whoever goes through the one may open the other. */
const Schools = ({ schools, year }: SchoolsProps) => (
  <>
    {schools.map(({ urn, name }) => (
      <div>
        {year === null ? (
          name
        ) : (
          <a class="govuk-link" href={`/schools/${urn}/suspensions?${new URLSearchParams({ year }).toString()}`}>
            {name}
            <span class="govuk-visually-hidden">: suspensions of this school</span>
          </a>
        )}
      </div>
    ))}
  </>
);

/** What the list says of each child, on the page and in the file. */
export const suspendedColumns = ({
  absence,
  back,
  year,
  frame,
}: Omit<ListProps, 'lines'>): FileColumn<SuspendedLine>[] => [
  childColumn(absence),
  {
    title: 'School',
    text: ({ schools }) => within(schools, (all) => all.map(({ name }) => name).join(', ')),
    of: ({ schools }) => (
      <Value of={schools} role={frame.viewer.role} as={(all) => <Schools schools={all} year={year} />} />
    ),
  },
  {
    title: 'Suspensions this year',
    text: ({ summary }) => within(summary, itemsText),
    of: ({ child, summary }) => (
      <Value
        of={summary}
        role={frame.viewer.role}
        as={(told) => (
          <Suspensions
            summary={told}
            child={{ id: child?.id ?? '', name: nameText(child?.name) }}
            back={back}
            frame={frame}
          />
        )}
      />
    ),
  },
  {
    title: 'Days against 45',
    text: ({ summary }) => within(summary, daysText),
    of: ({ summary }) => <Value of={summary} role={frame.viewer.role} as={(told) => <Days summary={told} />} />,
  },
];

/** The children who were suspended or excluded, the last first. */
export const SuspendedTable = ({ lines, file, ...rest }: ListProps & { readonly file: string }) => (
  <Table
    caption={suspendedCaption}
    quiet
    file={file}
    role={rest.frame.viewer.role}
    rows={lines}
    columns={suspendedColumns(rest)}
  />
);
