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

/**
 * The plans of one period of care, from age 3. A child new to care has the first within 20 working days; most of what
 * has fallen due is done, some early.
 */
export function drawPeps(
  random: Random,
  care: readonly CareEpisode[],
  terms: readonly Term[],
  asAt: string,
): readonly Pep[] {
  const from = care[0]?.from ?? asAt;
  const until = care.at(-1)?.until ?? asAt;
  return terms
    .filter((term) => term.lastDue > from && term.startsOn <= until)
    .map((term) => {
      const dueOn = onWeekday(later(addDays(from, 28), dayBetween(random, term.firstDue, term.lastDue)));
      const early = addDays(dueOn, -random.int(0, 21));
      const done = early <= asAt && random.chance(dueOn <= asAt ? 0.9 : 0.6);
      return {
        term: term.name,
        dueOn,
        completedOn: done ? later(early, term.startsOn) : null,
        quality: done
          ? random.weighted([
              ['GREEN', 55],
              ['AMBER', 33],
              ['RED', 12],
            ] as const)
          : '',
        pupilPremiumPlusPence: done ? random.int(200, 950) * 100 : 0,
      };
    });
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
