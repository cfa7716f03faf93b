import { openDays, type AcademicYear } from '../calendar.js';
import type { Enrolment, SampleChild } from '../child.js';
import { daysSuspended, type Suspension } from '../suspension.js';
import { sixthDay } from './suspensions.js';

/** School days of a half-term below which nothing is made to happen in it. */
const leastHalfTerm = 10;

/** A situation that every area of some size has once, whatever was drawn. */
interface Case {
  readonly fits: (child: SampleChild, roll: Enrolment) => boolean;
  /** In the newest half-term, given its school days. */
  readonly suspensions: (days: readonly string[]) => readonly Suspension[];
}

const lookedAfter = ({ socialCare }: SampleChild): boolean => socialCare?.care.at(-1)?.until === null;
const inYears =
  (...groups: readonly string[]) =>
  (_child: SampleChild, { ncYear }: Enrolment): boolean =>
    groups.includes(ncYear);
const day = (days: readonly string[], at: number): string => days.at(at) ?? '';

const cases: readonly Case[] = [
  { fits: lookedAfter, suspensions: (days) => [daysSuspended(day(days, -7), 2, ['DB'])] },
  { fits: inYears('11'), suspensions: (days) => [daysSuspended(day(days, -6), 3, ['DA'])] },
  {
    fits: inYears('7', '8', '9', '10'),
    suspensions: (days) => [
      daysSuspended(day(days, -9), 8, ['PP', 'OW'], {
        on: day(days, sixthDay - 9),
        provider: 'Beacon Learning Centre',
      }),
    ],
  },
  { fits: inYears('7', '8', '9', '10'), suspensions: (days) => [daysSuspended(day(days, -8), 7, ['VA', 'PA'])] },
  {
    fits: inYears('7', '8', '9', '10'),
    suspensions: (days) => [daysSuspended(day(days, -10), 1, ['DB']), daysSuspended(day(days, -4), 2, ['DB', 'VA'])],
  },
];

/**
 * Lets what suspensions are read for happen once in every area, to the first child whom it fits and who was not suspended:
 * a looked-after child, one of Year 11, a sixth day with education elsewhere and one without, and two in one half-term. It draws
 * nothing, so that everybody else is as without it.
 */
export class SuspensionCases {
  private readonly days: readonly string[];
  private readonly left: Set<Case>;

  constructor(private readonly year: AcademicYear) {
    this.days = halfTerms(year).findLast((days) => days.length >= leastHalfTerm) ?? [];
    this.left = new Set(this.days.length > 0 ? cases : []);
  }

  of(child: SampleChild): SampleChild {
    const { schooling } = child;
    const [roll] = schooling?.enrolments ?? [];
    if (!schooling || !roll || schooling.enrolments.length > 1 || !this.isFree(roll)) return child;
    const next = [...this.left].find(({ fits }) => fits(child, roll));
    if (!next) return child;
    this.left.delete(next);
    const suspensions = [...(roll.pattern.suspensions ?? []), ...next.suspensions(this.days)];
    return {
      ...child,
      schooling: { ...schooling, enrolments: [{ ...roll, pattern: { ...roll.pattern, suspensions } }] },
    };
  }

  private isFree({ from, pattern: { suspensions = [] } }: Enrolment): boolean {
    return from <= this.year.startsOn && !suspensions.some((one) => one.from >= this.year.startsOn);
  }
}

/** The school days of each half-term so far: a week or more without one divides them. */
function halfTerms(year: AcademicYear): readonly (readonly string[])[] {
  const open = new Set(openDays(year));
  const found: string[][] = [[]];
  let closed = 0;
  for (const { date } of year.days) {
    closed = open.has(date) ? 0 : closed + 1;
    if (closed === 5) found.push([]);
    if (closed === 0) found.at(-1)?.push(date);
  }
  return found;
}
