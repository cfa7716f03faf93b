import { SummaryList } from '../component/summary-list.js';
import { Table } from '../component/table.js';
import { counted, words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { childWaitColumns } from './child.tables.js';
import type { Education, Health, SocialCare, VirtualSchool } from './parts.js';
import { ThresholdsReached } from './thresholds-reached.js';

/** A record that was told, and what stands where a part of it is missing. */
interface Facts<T> {
  readonly record: T;
  readonly none: string;
}

const percent = (value: number): string => `${value.toFixed(1)}%`;

function attendanceText(attendance: Education['attendance'], none: string): string {
  if (attendance === null) return none;
  if (attendance.attendancePercent === null) return 'No sessions held yet this year';
  const { attended, possible, attendancePercent, lastAttendedOn } = attendance;
  const last = lastAttendedOn === null ? '' : ` Last attended on ${dayText(lastAttendedOn)}.`;
  return `${percent(attendancePercent)}: ${attended} of ${possible} sessions this year.${last}`;
}

function suspensionsText(suspensions: Education['suspensions'], none: string): string {
  if (suspensions === null) return none;
  const { items, schoolDaysThisYear, schoolDaysLeftOf45, limitWarning } = suspensions;
  if (items.length === 0) return 'None recorded this year';
  const said = `${counted(items.length, 'suspension or exclusion', 'suspensions and exclusions')} this year, ${counted(schoolDaysThisYear, 'school day', 'school days')}; ${schoolDaysLeftOf45} left of 45.`;
  return limitWarning === null ? said : `${said} ${limitWarning}`;
}

const needsText = (sen: Education['sen'], none: string): string =>
  sen === null || sen.needs.length === 0 ? none : sen.needs.map(({ label }) => label).join(', ');

/** The enrolments of a day. */
const currentOf = (record: Education, today: string): Education['enrolments'] =>
  record.enrolments?.filter(({ from, until }) => from <= today && (until === null || until > today)) ?? null;

interface EducationProps extends Facts<Education> {
  readonly today: string;
}

function Schools({ record, none, today }: EducationProps) {
  const current = currentOf(record, today);
  if (current === null) return <>{none}</>;
  if (current.length === 0) return <>On no school’s roll today</>;
  return (
    <>
      {current.map(({ school, yearGroup, from }) => (
        <div>
          <a class="govuk-link" href={`/schools/${school.urn}`}>
            {school.name}
          </a>
          {yearGroup === null ? '' : `, year ${yearGroup}`}, since {dayText(from)}
        </div>
      ))}
    </>
  );
}

/** What schools and the council told. */
export const EducationFacts = ({ record, none, today }: EducationProps) => (
  <SummaryList
    rows={[
      ['School', <Schools record={record} none={none} today={today} />],
      ['Attendance', attendanceText(record.attendance, none)],
      [
        'Attendance thresholds',
        <ThresholdsReached
          thresholds={record.attendanceThresholds}
          counted={record.attendance?.attendancePercent !== null}
          none={none}
        />,
      ],
      ['Suspensions', suspensionsText(record.suspensions, none)],
      ['Provision', record.sen === null ? none : words(record.sen.provision)],
      ['Needs', needsText(record.sen, none)],
    ]}
  />
);

interface HealthProps extends Facts<Health> {
  readonly childId: string;
}

/** What health partners told: where each wait stands, and what to do meanwhile. */
export function HealthFacts({ record, none, childId }: HealthProps) {
  if (record.waiting === null || record.waiting.length === 0) return <p class="govuk-body">Waits: {none}</p>;
  return (
    <Table
      caption="Waits"
      quiet
      rows={record.waiting}
      file={`/children/${childId}/waits.csv`}
      columns={childWaitColumns(none)}
    />
  );
}

/** What social care told. */
export const SocialCareFacts = ({ record, none }: Facts<SocialCare>) => (
  <SummaryList
    rows={[
      ['Status', record.status === null ? none : words(record.status)],
      ['Social worker', workerText(record, none)],
      [
        'Plan',
        record.plan === null
          ? none
          : `${words(record.plan.kind)} since ${dayText(record.plan.startedOn)}${
              record.plan.nextReviewOn === null ? '' : `, next review ${dayText(record.plan.nextReviewOn)}`
            }`,
      ],
    ]}
  />
);

function workerText({ worker, hasSocialWorker }: SocialCare, none: string): string {
  if (worker) return [worker.name, worker.contact].filter(Boolean).join(', ');
  return hasSocialWorker === true ? 'There is one; the name is not shared with you' : none;
}

/** What the virtual school holds. */
export const VirtualSchoolFacts = ({ record, none }: Facts<VirtualSchool>) => (
  <SummaryList
    rows={[
      ['Supported as', record.cohorts.map(words).join(', ') || none],
      [
        'Personal education plans',
        record.peps === null || record.peps.length === 0
          ? none
          : record.peps.map(({ term, dueOn, completedOn, quality }) => (
              <div>
                {term}: due {dayText(dueOn)}, {completedOn === null ? 'not made yet' : `made ${dayText(completedOn)}`}
                {quality === null ? '' : `, ${words(quality).toLowerCase()}`}
              </div>
            )),
      ],
    ]}
  />
);
