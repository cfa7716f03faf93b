import { z } from 'zod';
import type { FileColumn } from '../csv/column.js';
import type {
  CohortSuspensionsQuery,
  SixthDayFiguresQuery,
  SuspensionFiguresQuery,
  UnidentifiedSenFiguresQuery,
} from '../gateway/operations.generated.js';
import { words } from '../words/codes.js';
import { basisOf, listOf } from './file-of.js';
import { figure } from './figure.js';
import { compared, keys, toldBy } from './group.js';
import { divided, schoolYear } from './parameter.js';

const takes = ['academicYear', 'by'] as const;
const yearOf = (academicYear: string): string => `The school year ${academicYear}`;
const asAt = 'As the hub holds it now';

type Cell = NonNullable<SuspensionFiguresQuery['suspensionFigures']>[number];

const suspensionColumns: FileColumn<Cell>[] = [
  { title: 'Pupils counted on', text: ({ pupilsOn }) => pupilsOn },
  toldBy('Pupils', ({ pupils }) => pupils),
  toldBy('Suspensions', ({ suspensions }) => suspensions),
  toldBy('Suspensions for every 100 pupils', ({ suspensionsPer100 }) => suspensionsPer100),
  ...compared<Cell>('Suspensions for every 100 pupils, England', ({ comparator }) => comparator),
  toldBy('Children suspended', ({ childrenSuspended }) => childrenSuspended),
  toldBy('Children suspended for every 100 pupils', ({ childrenSuspendedPer100 }) => childrenSuspendedPer100),
  ...compared<Cell>('Children suspended for every 100 pupils, England', (cell) => cell.comparatorOfChildren),
  toldBy('Permanent exclusions', ({ permanentExclusions }) => permanentExclusions),
  toldBy('Permanent exclusions for every 100 pupils', ({ permanentExclusionsPer100 }) => permanentExclusionsPer100),
  ...compared<Cell>('Permanent exclusions for every 100 pupils, England', (cell) => cell.comparatorOfExclusions),
  toldBy('School days lost', ({ lostDays }) => lostDays),
];

const suspensions = figure({
  name: 'suspensions',
  title: 'Suspensions and permanent exclusions of a school year',
  operation: 'SuspensionFigures',
  takes,
  parameters: z.strictObject({
    academicYear: schoolYear,
    by: divided(['SCHOOL', 'PHASE', 'SEN_PROVISION', 'FREE_SCHOOL_MEALS'] as const, 3),
  }),
  fileOf: ({ suspensionFigures: cells }, { by, academicYear }) =>
    cells && {
      ...{ basis: basisOf(cells), period: yearOf(academicYear), asAt },
      columns: [...keys<Cell>([by].flat()), ...suspensionColumns],
      rows: listOf(cells),
    },
});

type CohortCell = NonNullable<CohortSuspensionsQuery['cohortSuspensions']>[number];

const cohortColumns: FileColumn<CohortCell>[] = [
  toldBy('Children', ({ children }) => children),
  toldBy('Suspensions', (cell) => cell.suspensions),
  toldBy('Suspensions for every 100 children', ({ suspensionsPer100 }) => suspensionsPer100),
  toldBy('Children suspended', ({ childrenSuspended }) => childrenSuspended),
  toldBy('Children suspended for every 100 children', ({ childrenSuspendedPer100 }) => childrenSuspendedPer100),
  ...compared<CohortCell>('Children suspended for every 100 children, England', (cell) => cell.comparatorOfChildren),
  toldBy('Permanent exclusions', ({ permanentExclusions }) => permanentExclusions),
  toldBy('School days lost', ({ lostDays }) => lostDays),
];

const cohortSuspensions = figure({
  name: 'cohort-suspensions',
  title: 'Suspensions and permanent exclusions by cohort',
  operation: 'CohortSuspensions',
  takes,
  parameters: z.strictObject({
    academicYear: schoolYear,
    by: divided(['SCHOOL', 'PHASE', 'SEN_PROVISION', 'FREE_SCHOOL_MEALS'] as const, 2),
  }),
  fileOf: ({ cohortSuspensions: cells }, { by, academicYear }) =>
    cells && {
      ...{ basis: basisOf(cells), period: yearOf(academicYear), asAt },
      columns: [
        { title: 'Cohort', text: ({ cohort }: CohortCell) => words(cohort) },
        ...keys<CohortCell>([by].flat()),
        ...cohortColumns,
      ],
      rows: listOf(cells),
    },
});

type SixthDay = NonNullable<SixthDayFiguresQuery['sixthDayFigures']>[number];

const sixthDays = figure({
  name: 'sixth-days',
  title: 'Provision from the sixth day of suspension or exclusion',
  operation: 'SixthDayFigures',
  takes,
  parameters: z.strictObject({ academicYear: schoolYear, by: divided(['SCHOOL', 'DUTY_HOLDER'] as const, 2) }),
  fileOf: ({ sixthDayFigures: cells }, { by, academicYear }) =>
    cells && {
      ...{ basis: basisOf(cells), period: yearOf(academicYear), asAt },
      columns: [
        ...keys<SixthDay>([by].flat()),
        toldBy<SixthDay>('Owed', ({ due }) => due),
        toldBy<SixthDay>('In place in time', ({ inTime }) => inTime),
        toldBy<SixthDay>('In place late', ({ late }) => late),
        toldBy<SixthDay>('Not in place', ({ missing }) => missing),
      ],
      rows: listOf(cells),
    },
});

type Unidentified = NonNullable<UnidentifiedSenFiguresQuery['unidentifiedSenFigures']>[number];

const unidentifiedSen = figure({
  name: 'unidentified-sen',
  title: 'Children suspended or excluded with no special educational needs named before',
  operation: 'UnidentifiedSenFigures',
  takes,
  parameters: z.strictObject({ academicYear: schoolYear, by: divided(['SCHOOL', 'CATEGORY'] as const, 2) }),
  fileOf: ({ unidentifiedSenFigures: cells }, { by, academicYear }) =>
    cells && {
      ...{ basis: basisOf(cells), period: yearOf(academicYear), asAt },
      columns: [
        ...keys<Unidentified>([by].flat()),
        toldBy<Unidentified>('Children', ({ children }) => children),
        toldBy<Unidentified>('With no needs named', ({ withoutSen }) => withoutSen),
        toldBy<Unidentified>('SEN support within a year', ({ senSupportWithinYear }) => senSupportWithinYear),
        toldBy<Unidentified>('EHC plan within a year', ({ ehcPlanWithinYear }) => ehcPlanWithinYear),
        toldBy<Unidentified>('Named within a year, %', ({ identifiedPercent }) => identifiedPercent),
      ],
      rows: listOf(cells),
    },
});

/** Figures of suspensions and permanent exclusions. */
export const suspensionFigures = [suspensions, cohortSuspensions, sixthDays, unidentifiedSen] as const;
