import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import { weeksTitle } from '../picture/attendance-weeks.js';
import { Timeline } from '../picture/timeline.js';
import type { WeekOfAttendance } from '../picture/timeline-axis.js';
import { dayText } from '../words/dates.js';
import { halfTermColumns } from './child.tables.js';
import type { ChildView } from './child.view.js';
import { Events } from './events-table.js';
import { type HalfTerm, halfTermsOf, weekText } from './half-terms.js';
import { timelineText } from './timeline.view.js';

/** What a meeting looks at; the rest is a click away. */
const eventsShown = 12;

function WhatHappened({ view }: { readonly view: ChildView }) {
  const { events, missing, whole } = view.told;
  const earlier = events.slice(eventsShown);
  return (
    <section>
      <h3 class="govuk-heading-m">What happened, newest first</h3>
      {missing.map((sentence) => (
        <p class="govuk-body-s">{sentence}</p>
      ))}
      {events.length === 0 ? (
        <p class="govuk-body">
          {whole ? 'Nothing recorded in these 12 months.' : 'Nothing that you may see in these 12 months.'}
        </p>
      ) : (
        <Events
          events={events.slice(0, eventsShown)}
          caption="What happened, newest first"
          file={`/children/${view.id}/timeline.csv`}
        />
      )}
      {earlier.length === 0 ? null : (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Earlier in these 12 months: {earlier.length} more</span>
          </summary>
          <div class="govuk-details__text">
            <Events events={earlier} caption="What happened earlier in these 12 months" />
          </div>
        </details>
      )}
    </section>
  );
}

const Weeks = ({ term: { name, weeks } }: { readonly term: HalfTerm }) => (
  <details class="govuk-details app-weeks">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        Weeks<span class="govuk-visually-hidden"> of {name}</span>
      </span>
    </summary>
    <ul class="govuk-list app-weeks__list">
      {weeks.toReversed().map((week) => (
        <li>
          {dayText(week.weekBeginning)}: {weekText(week)}
        </li>
      ))}
    </ul>
  </details>
);

const HalfTerms = ({ weeks, file }: { readonly weeks: readonly WeekOfAttendance[]; readonly file: string }) => (
  <Table
    caption="Attendance each half term, newest first"
    quiet
    rows={halfTermsOf(weeks)}
    file={file}
    columns={[
      {
        title: 'Half term',
        of: (term) => (
          <>
            <span class="app-whole">{term.name}</span>
            <Weeks term={term} />
          </>
        ),
      },
      ...halfTermColumns.slice(1),
    ]}
  />
);

/** The last twelve months: the picture, what happened, and the attendance of each half term. */
export function TwelveMonths({ view, role }: { readonly view: ChildView; readonly role: string }) {
  const { timeline } = view;
  const weeks = timeline.attendance.kind === 'drawn' ? `${weeksTitle(timeline.attendance.items)} ` : '';
  const title = `${weeks}${timelineText(timeline)}`.trim();
  return (
    <section id="months">
      <h2 class="govuk-heading-l">The last 12 months</h2>
      <Timeline data={timeline} title={title === '' ? 'Nothing of the last twelve months is told here.' : title} />
      <div class="app-beside">
        <WhatHappened view={view} />
        <section>
          <h3 class="govuk-heading-m">Attendance each half term</h3>
          <Value
            of={view.weeks}
            role={role}
            as={(all) => <HalfTerms weeks={all} file={`/children/${view.id}/half-terms.csv`} />}
          />
          <p class="govuk-body-s">
            Sessions attended of those possible, from {dayText(timeline.from)} to {dayText(timeline.today)}.
          </p>
        </section>
      </div>
    </section>
  );
}
