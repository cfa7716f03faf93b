import { z } from 'zod';
import type { FileColumn } from '../csv/column.js';
import { listOf, periodOf } from './file-of.js';
import { figure } from './figure.js';
import type {
  CohortAttendanceByQuery,
  PepComplianceQuery,
  SchoolAttendanceQuery,
} from '../gateway/operations.generated.js';
import { timeText } from '../words/dates.js';
import { compared, keys, told, toldBy } from './group.js';
import { day, divided, oneOf, term, urn } from './parameter.js';

const cohorts = [
  ...(['ON_PLAN', 'CHILD_PROTECTION', 'CHILD_IN_NEED', 'SOCIAL_WORKER_NOW', 'LOOKED_AFTER'] as const),
  ...(['PREVIOUSLY_LOOKED_AFTER', 'KINSHIP', 'IN_NEED_SIX_YEARS', 'EVER_SOCIAL_WORKER'] as const),
] as const;

const cohortDimensions = [
  ...(['WEEK', 'TERM', 'SCHOOL', 'PHASE', 'SEN_PROVISION', 'FREE_SCHOOL_MEALS', 'SOCIAL_WORK_TEAM'] as const),
] as const;

type CohortGroup = NonNullable<CohortAttendanceByQuery['cohortAttendance']>['groups'][number];

const cohortColumns = (by: readonly string[]): FileColumn<CohortGroup>[] => [
  ...keys<CohortGroup>(by),
  toldBy('Children', ({ children }) => children),
  toldBy('Sessions possible', ({ possible }) => possible),
  toldBy('Sessions attended', ({ attended }) => attended),
  toldBy('Attended, %', ({ attendancePercent }) => attendancePercent),
  toldBy('Persistently absent, children', ({ persistentlyAbsentChildren }) => persistentlyAbsentChildren),
  toldBy('Persistently absent, %', ({ persistentlyAbsentPercent }) => persistentlyAbsentPercent),
  toldBy('Severely absent, children', ({ severelyAbsentChildren }) => severelyAbsentChildren),
  toldBy('Severely absent, %', ({ severelyAbsentPercent }) => severelyAbsentPercent),
  toldBy('Suspensions for every 100 children', ({ suspensionsPer100 }) => suspensionsPer100),
  toldBy('School days lost to suspensions', ({ lostLearningDays }) => lostLearningDays),
  ...compared<CohortGroup>('All pupils of the same schools, %', ({ comparator }) => comparator),
  ...compared<CohortGroup>('Schools of the same phase, %', ({ samePhase }) => samePhase),
  ...compared<CohortGroup>('England, %', ({ national }) => national),
  ...compared<CohortGroup>('The year before, %', ({ lastYear }) => lastYear),
];

const cohortAttendance = figure({
  name: 'cohort-attendance',
  title: 'Attendance of a cohort',
  operation: 'CohortAttendanceBy',
  takes: ['cohort', 'from', 'to', 'by'],
  parameters: z.strictObject({
    cohort: oneOf(cohorts),
    from: day,
    to: day,
    by: divided(cohortDimensions, 3),
  }),
  fileOf: ({ cohortAttendance: found }, { by }) =>
    found && {
      basis: [`Counted by ${found.basis}.`, found.comparableNote].filter(Boolean).join(' '),
      period: periodOf(found.from, found.to),
      asAt: `${found.asAt === null ? 'Never received' : timeText(found.asAt)}${
        found.stale ? '. Late: no register came for the last fourteen days of it' : ''
      }`,
      columns: cohortColumns([by].flat()),
      rows: listOf(found.groups),
    },
});

type Plans = NonNullable<PepComplianceQuery['pepCompliance']>;

const qualityOf = (word: string) => (plans: Plans) =>
  plans.byQuality?.find(({ quality }) => quality === word)?.count ?? null;

const planColumns: FileColumn<Plans>[] = [
  { title: 'Term', text: (plans) => plans.term },
  toldBy('Eligible children', ({ eligible }) => eligible),
  toldBy('Plans completed', ({ completed }) => completed),
  toldBy('Plans completed, %', ({ percent }) => percent),
  toldBy('Plans overdue', ({ overdue }) => overdue),
  toldBy('Judged green', qualityOf('GREEN')),
  toldBy('Judged amber', qualityOf('AMBER')),
  toldBy('Judged red', qualityOf('RED')),
];

const pepCompliance = figure({
  name: 'pep-compliance',
  title: 'Personal education plans of a term',
  operation: 'PepCompliance',
  takes: ['term'],
  parameters: z.strictObject({ term }),
  fileOf: ({ pepCompliance: found }) =>
    found && {
      basis: `Counted by ${found.basis}: looked-after children of school age with a plan to be made in the term.`,
      period: periodOf(found.from, found.to),
      asAt: found.asAt,
      columns: planColumns,
      rows: listOf([found]),
    },
});

type School = NonNullable<SchoolAttendanceQuery['school']>;
type OfSchool = NonNullable<School['attendance']> & Pick<School, 'name' | 'urn'>;

const schoolColumns: FileColumn<OfSchool>[] = [
  { title: 'School', text: ({ name }) => name },
  { title: 'URN', text: (school) => school.urn },
  toldBy('Children', ({ children }) => children),
  toldBy('Sessions possible', ({ possible }) => possible),
  toldBy('Sessions attended', ({ attended }) => attended),
  { title: 'Attended, %', numeric: true, text: (row) => told(row.attendancePercent, row) },
  toldBy('Persistently absent', ({ persistentlyAbsent }) => persistentlyAbsent),
  toldBy('Severely absent', ({ severelyAbsent }) => severelyAbsent),
  ...compared<OfSchool>('Schools of the same phase, %', ({ comparator }) => comparator),
  ...compared<OfSchool>('England, %', ({ national }) => national),
];

const schoolAttendance = figure({
  name: 'school-attendance',
  title: 'Attendance of a school',
  operation: 'SchoolAttendance',
  takes: ['urn', 'from', 'to', 'basis'],
  parameters: z.strictObject({
    urn,
    from: day.optional(),
    to: day.optional(),
    basis: oneOf(['ENROLMENT', 'CHILD'] as const).default('ENROLMENT'),
  }),
  fileOf: ({ school }) =>
    school?.attendance
      ? {
          basis: `Counted by ${school.attendance.basis}.`,
          ...{ period: periodOf(school.attendance.from, school.attendance.to), asAt: 'As the hub holds it now' },
          columns: schoolColumns,
          rows: listOf([{ ...school.attendance, name: school.name, urn: school.urn }]),
        }
      : null,
});

/** Figures of attendance, and of the plans of looked-after children. */
export const attendanceFigures = [cohortAttendance, pepCompliance, schoolAttendance] as const;
