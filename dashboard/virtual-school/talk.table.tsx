import { ChildLink } from '../component/child-link.js';
import type { FileColumn } from '../csv/column.js';
import type { WeeklyListQuery } from '../gateway/operations.generated.js';
import type { Absence } from '../gateway/shown.js';
import { sparkText, Sparkline } from '../picture/sparkline.js';
import { absenceWords } from '../words/absence.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { childText, nameText } from '../words/names.js';
import { nothingText, weekText } from './virtual-school.view.js';

type Item = NonNullable<WeeklyListQuery['attendanceTriangulation']>['edges'][number]['node'];

const statusText = ({ status, school }: Item): string => `${words(status)}, ${school?.name ?? 'no school known'}`;

const actionTexts = ({ actions }: Item, absence: Absence): string[] =>
  actions === null || actions.length === 0
    ? [absenceWords[actions === null ? absence : 'none']]
    : actions.map(({ what, owner, doneOn }) => (doneOn === null ? `${owner}: ${what}` : `Done: ${what}`));

/** What is told of each child to talk about, on the page and in the file. */
export const talkColumns = (absence: Absence): FileColumn<Item>[] => [
  {
    title: 'Child',
    text: (item) => `${childText(item.child, absence)}; ${statusText(item)}`,
    of: (item) => (
      <>
        <ChildLink child={item.child} absence={absence} />
        <div class="app-plain">{statusText(item)}</div>
      </>
    ),
  },
  {
    title: 'Why',
    text: ({ alerts, trend }) => (alerts.length === 0 ? nothingText(trend) : alerts.map(({ fact }) => fact).join('; ')),
    of: ({ alerts, trend }) =>
      alerts.length === 0 ? (
        nothingText(trend)
      ) : (
        <ul class="app-facts">
          {alerts.map(({ fact }) => (
            <li>{fact}</li>
          ))}
        </ul>
      ),
  },
  { title: 'This week', text: ({ thisWeek, trend }) => weekText(thisWeek, trend) },
  { title: 'Eight weeks', text: ({ trend }) => sparkText(trend), of: ({ trend }) => <Sparkline weeks={trend} /> },
  {
    title: 'Last attended',
    text: ({ lastAttendedOn }) => (lastAttendedOn === null ? 'Not known' : dayText(lastAttendedOn)),
  },
  {
    title: 'Actions',
    text: (item) => actionTexts(item, absence).join('; '),
    of: (item) => (
      <>
        {actionTexts(item, absence).map((text) => (
          <div>{text}</div>
        ))}
        {item.child ? (
          <div>
            <a class="govuk-link" href={`/children/${item.child.id}/actions/new`}>
              Add an action<span class="govuk-visually-hidden"> for {nameText(item.child.name)}</span>
            </a>
          </div>
        ) : null}
      </>
    ),
  },
];
