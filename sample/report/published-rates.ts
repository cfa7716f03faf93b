/** What rates are told of. */
export const measures = {
  absence: { name: 'absence', unit: '% of possible sessions' },
  persistent: { name: 'persistent absence', unit: '% of enrolments' },
  severe: { name: 'severe absence', unit: '% of enrolments' },
  autumnAbsence: { name: 'absence, autumn term', unit: '% of possible sessions' },
  autumnPersistent: { name: 'persistent absence, autumn term', unit: '% of pupils' },
  suspensions: { name: 'suspensions', unit: 'per 100 pupils' },
  suspended: { name: 'suspended once or more', unit: '% of pupils' },
  excluded: { name: 'permanent exclusions', unit: 'per 100 pupils' },
  shareOfSuspensions: { name: 'share of all suspensions', unit: '% of suspensions' },
} as const;
export type Measure = keyof typeof measures;

export const phases = ['all', 'primary', 'secondary', 'special'] as const;
export const provisions = ['no SEN', 'SEN support', 'EHC plan'] as const;
export type Group = (typeof phases)[number] | (typeof provisions)[number];

/** Figures for England, read where they were published, of the latest year that was. */
export interface Published {
  readonly measure: Measure;
  readonly year: string;
  readonly of: Readonly<Partial<Record<Group, number>>>;
}

const absenceYear = '2024/25';
const exclusionYear = '2023/24';

/**
 * Sources: DfE, Pupil absence in schools in England, 2024/25, by enrolments aged 5 to 15; DfE, Pupil attendance in schools,
 * autumn term 2024/25 (by need none is published of a year); DfE, Suspensions and permanent exclusions in England, 2023/24.
 */
export const publishedRates: readonly Published[] = [
  { measure: 'absence', year: absenceYear, of: { all: 6.78, primary: 5.2, secondary: 8.44, special: 12.76 } },
  { measure: 'persistent', year: absenceYear, of: { all: 18.14, primary: 12.99, secondary: 23.37, special: 35.26 } },
  { measure: 'severe', year: absenceYear, of: { all: 2.39, primary: 0.93, secondary: 3.88, special: 6.91 } },
  { measure: 'autumnAbsence', year: absenceYear, of: { 'no SEN': 5.8, 'SEN support': 10.1, 'EHC plan': 13.1 } },
  { measure: 'autumnPersistent', year: absenceYear, of: { 'no SEN': 17, 'SEN support': 29, 'EHC plan': 35.1 } },
  { measure: 'suspensions', year: exclusionYear, of: { all: 11.31, primary: 2.27, secondary: 22.61, special: 12.63 } },
  { measure: 'suspended', year: exclusionYear, of: { all: 4.04, primary: 0.99, secondary: 7.83, special: 5.06 } },
  { measure: 'excluded', year: exclusionYear, of: { all: 0.13, primary: 0.03, secondary: 0.25, special: 0.08 } },
  { measure: 'shareOfSuspensions', year: exclusionYear, of: { 'SEN support': 34.7, 'EHC plan': 10.6 } },
];
