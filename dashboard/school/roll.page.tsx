import { ChildLink } from '../component/child-link.js';
import { Pagination } from '../component/pagination.js';
import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { FileColumn } from '../csv/column.js';
import type { Answer } from '../gateway/answer.js';
import type { SchoolRollQuery } from '../gateway/operations.generated.js';
import { faultAt, shown, type Shown, within } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { nameText } from '../words/names.js';

interface Page {
  readonly urn: string;
  readonly name: string;
  readonly answer: Answer<SchoolRollQuery>;
  /** The cursor the page begins after; null for the first. */
  readonly after: string | null;
}

type Team = NonNullable<NonNullable<SchoolRollQuery['school']>['teamAroundSchool']>;
type Pupil = NonNullable<Team['roll']>['edges'][number]['node'];
type Education = NonNullable<Pupil['education']>;

const path = ['school', 'teamAroundSchool', 'roll'];

/** What education tells of a child of the roll, in whichever answer. */
function ofEducation<T>(
  { faults }: Answer<SchoolRollQuery>,
  { pupil, at }: { readonly pupil: Pupil; readonly at: number },
  valueOf: (record: Education) => T | null | undefined,
): Shown<T> {
  return shown({
    ...{ answer: { faults }, path: [...path, 'edges', at, 'node', 'education'], domain: 'EDUCATION' as const },
    ...{ value: pupil.education === null ? null : valueOf(pupil.education), seesAll: false },
  });
}

/** National curriculum years that are no number. */
const otherYears: Readonly<Record<string, string>> = {
  ...{ R: 'Reception', N1: 'Nursery', N2: 'Nursery', E1: 'Early years', E2: 'Early years' },
  ...{ M: 'Mixed years', X: 'No national curriculum year' },
};

const yearText = (year: string): string => otherYears[year] ?? `Year ${year}`;

/** A child of the roll, by the place in the answer that told of the child. */
interface PupilAt {
  readonly pupil: Pupil;
  readonly at: number;
}

/** What is told of each child of the roll, on the page and in the file. */
export const rollColumns = (urn: string, answer: Answer<SchoolRollQuery>): FileColumn<PupilAt>[] => [
  {
    title: 'Child',
    text: ({ pupil }) => nameText(pupil.name),
    of: ({ pupil }) => <ChildLink child={pupil} absence="none-seen" />,
  },
  { title: 'Born', text: ({ pupil: { dateOfBirth } }) => (dateOfBirth === null ? 'Not known' : dayText(dateOfBirth)) },
  {
    title: 'Year',
    text: (one) =>
      within(
        ofEducation(answer, one, ({ enrolments }) => enrolments?.find(({ school }) => school.urn === urn)?.yearGroup),
        yearText,
        false,
      ),
  },
  {
    title: 'Special educational needs',
    text: (one) =>
      within(
        ofEducation(answer, one, ({ sen }) => sen?.provision),
        words,
        false,
      ),
  },
];

export const pupilsAt = (pupils: readonly Pupil[]): PupilAt[] => pupils.map((pupil, at) => ({ pupil, at }));

/** Everybody on a school’s roll whom the reader may see, by name. */
export function rollPage(page: Page, frame: Frame): string {
  const { urn, name, answer, after } = page;
  const { role } = frame.viewer;
  const roll = answer.data?.school?.teamAroundSchool?.roll;
  const list = shown({
    ...{ answer, path, domain: 'PARTNERSHIP' as const },
    ...{ value: roll?.edges.map(({ node }) => node), seesAll: false },
  });
  const more = roll?.pageInfo.hasNextPage ? roll.pageInfo.endCursor : null;
  const address = `/schools/${urn}?show=roll`;
  return layout({
    title: `Roll: ${name}`,
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">
          <span class="govuk-caption-l">{name}</span>
          Roll
        </h1>
        <p class="govuk-body">
          <a class="govuk-link" href={`/schools/${urn}`}>
            The school’s page
          </a>
        </p>
        <Value
          of={list}
          role={role}
          as={(pupils) => (
            <Table
              caption="Children on the roll"
              quiet
              rows={pupilsAt(pupils)}
              columns={rollColumns(urn, answer)}
              file={`/schools/${urn}/roll.csv`}
              role={role}
            />
          )}
        />
        <Pagination
          first={after === null ? null : address}
          next={more === null ? null : `${address}&after=${encodeURIComponent(more)}`}
        />
      </>
    ),
  });
}

/** Whether the address asks for what the roll does not have: the cursor of another list. */
export const isMistakenRoll = ({ faults }: Answer<SchoolRollQuery>): boolean =>
  faultAt(faults, path)?.code === 'INVALID_INPUT';
