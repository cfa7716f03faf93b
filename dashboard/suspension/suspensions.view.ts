import type { Answer } from '../gateway/answer.js';
import type { SuspensionsPageQuery } from '../gateway/operations.generated.js';
import { type Shown, shown, within } from '../gateway/shown.js';
import { schoolYearOf } from '../words/dates.js';

export type Cell = NonNullable<SuspensionsPageQuery['figures']>[number];
export type SixthDays = NonNullable<SuspensionsPageQuery['sixthDays']>[number];
export type CohortCell = NonNullable<SuspensionsPageQuery['cohorts']>[number];
type Compared = Pick<NonNullable<Cell['comparator']>, 'percent' | 'of' | 'year'> | null;

/** Whose figures these roles are told: of their school, or of the council’s area with small numbers hidden. */
const figureRoles: readonly string[] = [
  ...['headteacher', 'commissioner', 'analyst', 'send-officer', 'exclusions-officer', 'virtual-school-head'],
];
/** Those who are told what stands beside all pupils: the same of each group of children with a social worker. */
const cohortRoles: readonly string[] = ['virtual-school-head', 'commissioner', 'analyst', 'send-officer'];

/** Those who go through the children themselves: of their school, of the council’s area, or their own. */
const listRoles: readonly string[] = [
  ...['senco', 'headteacher', 'designated-safeguarding-lead', 'exclusions-officer', 'send-officer'],
  ...['social-worker', 'social-work-team-manager', 'virtual-school-head', 'virtual-school-adviser'],
];

export const seesChildren = (role: string): boolean => listRoles.includes(role);
export const seesFigures = (role: string): boolean => figureRoles.includes(role);
export const seesCohorts = (role: string): boolean => cohortRoles.includes(role);

/** A school year that can be looked at, and what could not be taken of the address. */
export interface YearFilter {
  readonly year: string;
  readonly years: readonly string[];
  readonly note: string | null;
}

const yearsBack = 4;

/** The school year an address asks for; the present one where it asks for none, or for one there is not. */
export function yearFilter(asked: string | undefined, today: string): YearFilter {
  const present = Number(schoolYearOf(today).slice(0, 4));
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => schoolYearOf(`${present - back}-09-01`));
  const year = years.find((one) => one === asked);
  if (year !== undefined || asked === undefined) return { year: year ?? schoolYearOf(today), years, note: null };
  return { year: schoolYearOf(today), years, note: 'The school year in the address is not known: this year is shown.' };
}

/** One number, and what stands beside it. */
export interface Card {
  readonly title: string;
  readonly value: Shown<number>;
  readonly unit: string;
  /** What is published, in a sentence; null where nothing is. */
  readonly beside: string | null;
}

/** A value of a group of pupils: hidden where it is not told, but of no pupils. */
export const told = (value: number | null, pupils: number | null): Shown<number> => {
  if (value !== null) return { kind: 'held', value };
  return pupils === 0 ? { kind: 'none', seesAll: true } : { kind: 'suppressed' };
};

/** `England, all schools 2023/24: 11.31`, as it was published. */
export const besideText = (compared: Compared): string | null =>
  compared?.percent == null
    ? null
    : `${compared.percent.toFixed(2)} ${compared.of}${compared.year === null ? '' : `, ${compared.year}`}`;

/** What is said of one group, a number a card. */
export function cardsOf(cell: Cell): Card[] {
  const { pupils } = cell;
  const rate = ', for every 100 pupils';
  return [
    { title: 'suspensions', value: told(cell.suspensions, pupils), unit: '', beside: null },
    {
      ...{ title: `suspensions${rate}`, value: told(cell.suspensionsPer100, pupils), unit: 'rate' },
      beside: besideText(cell.comparator),
    },
    {
      ...{ title: `pupils suspended${rate}`, value: told(cell.childrenSuspendedPer100, pupils), unit: 'rate' },
      beside: besideText(cell.comparatorOfChildren),
    },
    {
      ...{ title: `permanent exclusions${rate}`, value: told(cell.permanentExclusionsPer100, pupils), unit: 'rate' },
      beside: besideText(cell.comparatorOfExclusions),
    },
    { title: 'permanent exclusions', value: told(cell.permanentExclusions, pupils), unit: '', beside: null },
    { title: 'school days lost', value: told(cell.lostDays, pupils), unit: '', beside: null },
  ];
}

/** One part of the answer. */
const partOf = <T>(answer: Answer<SuspensionsPageQuery>, name: string, value: T | null | undefined): Shown<T> =>
  shown({ answer, path: [name], domain: name === 'cohorts' ? 'VIRTUAL_SCHOOL' : 'EDUCATION', value });

export interface FiguresView {
  /** Of the school, or of all. */
  readonly one: Shown<Cell>;
  readonly byPhase: Shown<readonly Cell[]>;
  readonly sixthDays: Shown<SixthDays>;
  readonly cohorts: Shown<readonly CohortCell[]>;
}

/** The figures of a school, or of all where none is named. A school that is not told of is not told apart from one without any. */
export function figuresView(answer: Answer<SuspensionsPageQuery>, urn: string | null): FiguresView {
  const { data } = answer;
  const isMeant = ({ key }: { readonly key: readonly string[] }): boolean => urn === null || key[0] === urn;
  return {
    one: within(partOf(answer, 'figures', data?.figures), (cells) => cells.find(isMeant)),
    byPhase: partOf(answer, 'byPhase', data?.byPhase),
    sixthDays: within(partOf(answer, 'sixthDays', data?.sixthDays), (cells) => cells.find(isMeant)),
    cohorts: partOf(answer, 'cohorts', data?.cohorts),
  };
}
