import { academicTerm } from '../../platform/code-sets/academic-term.js';
import { workingDaysAfter } from '../../platform/code-sets/working-days.js';
import type { CareEpisode, Pep } from '../child.js';
import { addDays, later, onWeekday } from '../dates.js';
import type { Random } from '../random.js';
import { dayBetween } from './interval.js';

/** A school term with the days between which its personal education plans fall due. */
export interface Term {
  readonly name: string;
  readonly startsOn: string;
  readonly firstDue: string;
  readonly lastDue: string;
}

/** The term of a date and the two before it, latest first: a plan is reviewed every term. domain.md §5. */
export function lastTerms(asAt: string): readonly Term[] {
  const year = Number(asAt.slice(0, 4));
  const terms = [year - 1, year].flatMap((calendarYear) => termsStartingIn(calendarYear));
  return terms
    .filter((term) => term.startsOn <= asAt)
    .reverse()
    .slice(0, 3);
}

/** A third of the year's Pupil Premium Plus of 2025/26, £2,630 a child, in pence. domain.md §5. */
const termsAllocation = 87_667;

/** By when the first plan is ready, and the published code of the term of that review. */
export function firstReview(careFrom: string): { readonly dueOn: string; readonly term: string } {
  const dueOn = workingDaysAfter(careFrom, 20);
  const [year = '', name = ''] = academicTerm(dueOn).split(' ');
  return { dueOn, term: `${year} ${name.slice(0, 3).toUpperCase()}` };
}

/**
 * The plans of one period of care, from age 3: the first by the first review, then one a term. Most of what has fallen due
 * is done, some early; of a few nobody has written anything.
 */
export function drawPeps(
  random: Random,
  care: readonly CareEpisode[],
  terms: readonly Term[],
  asAt: string,
): readonly Pep[] {
  const first = firstReview(care[0]?.from ?? asAt);
  const until = care.at(-1)?.until ?? asAt;
  return terms
    .filter((term) => term.name >= first.term && term.startsOn <= until)
    .map((term) => {
      const drawn = onWeekday(dayBetween(random, term.firstDue, term.lastDue));
      const dueOn = term.name === first.term ? first.dueOn : drawn;
      return { ...drawPep(random, dueOn, term, asAt), written: random.chance(0.96) };
    })
    .filter(({ written }) => written);
}

function drawPep(random: Random, dueOn: string, term: Term, asAt: string): Pep {
  const early = later(addDays(dueOn, -random.int(0, 21)), term.startsOn);
  const done = early <= asAt && random.chance(dueOn <= asAt ? 0.9 : 0.6);
  const by = (on: string, share: number): string | null => (on <= asAt && random.chance(done ? 1 : share) ? on : null);
  const signed = addDays(early, random.int(2, 14));
  return {
    term: term.name,
    dueOn,
    completedOn: done ? early : null,
    quality: done
      ? random.weighted([
          ['GREEN', 55],
          ['AMBER', 33],
          ['RED', 12],
        ] as const)
      : '',
    pupilPremiumPlusPence: done ? random.int(200, 870) * 100 : 0,
    allocatedPence: termsAllocation,
    designatedTeacherOn: by(addDays(early, -random.int(1, 9)), 0.4),
    childViewsOn: by(addDays(early, -random.int(1, 9)), 0.5),
    signedOffOn: done && signed <= asAt ? signed : null,
  };
}

function termsStartingIn(year: number): readonly Term[] {
  const academicYear = (start: number): string => `${String(start)}/${String((start + 1) % 100).padStart(2, '0')}`;
  const term = (name: string, startsOn: string, firstDue: string, lastDue: string): Term => ({
    name,
    startsOn: `${String(year)}-${startsOn}`,
    firstDue: `${String(year)}-${firstDue}`,
    lastDue: `${String(year)}-${lastDue}`,
  });
  return [
    term(`${academicYear(year - 1)} SPR`, '01-05', '02-01', '03-20'),
    term(`${academicYear(year - 1)} SUM`, '04-13', '05-11', '07-10'),
    term(`${academicYear(year)} AUT`, '09-01', '10-05', '12-11'),
  ];
}
