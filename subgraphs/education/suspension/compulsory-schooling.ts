import { Temporal } from 'temporal-polyfill';
import { academicYear } from '../../../platform/code-sets/academic-year.js';
import { holds } from '../../../platform/ingest/interval.js';

/** A time on a roll, as far as it tells which year group the child was in. */
export interface SpellInYear {
  readonly urn: string;
  readonly yearGroup: string | null;
  readonly from: string;
  readonly until: string | null;
  /** ISO instant: when the roll last told something new of it. */
  readonly recordedAt: string;
}

/** A time on a roll as it is read. */
type ToldRoll = Omit<SpellInYear, 'urn'> & { readonly school: { readonly urn: string } };

/** What rolls tell of a child’s year groups. Whoever looks from an earlier day is told what was so by then: nothing was told after it. */
export const spellsToldBy = (rolls: readonly ToldRoll[], today: string): SpellInYear[] =>
  rolls.map(({ school: { urn }, yearGroup, from, until, recordedAt }) => ({
    ...{ urn, yearGroup, from, until },
    recordedAt: recordedAt < today ? recordedAt : today,
  }));

/** The last year of compulsory schooling. */
const LAST_YEAR = 11;

const startOf = (on: string): number => Number(academicYear(on).slice(0, 4));

/** The last Friday of June. Source: the Education (School Leaving Date) Order 1997 (SI 1997/1970). */
function leavingDate(year: number): string {
  const last = new Temporal.PlainDate(year, 6, 30);
  return last.subtract({ days: (last.dayOfWeek + 2) % 7 }).toString();
}

/**
 * The last day of compulsory schooling by what a roll tells: the national curriculum year of the day it was told, or of the child's
 * last there. Null where it tells none, or one without a number.
 */
function lastDayBy({ yearGroup, until, recordedAt }: SpellInYear): string | null {
  if (!/^\d+$/.test(yearGroup ?? '')) return null;
  const told = recordedAt.slice(0, 10);
  const asOf = until !== null && until < told ? until : told;
  return leavingDate(startOf(asOf) + LAST_YEAR - Number(yearGroup) + 1);
}

/**
 * Whether a child was of compulsory school age still on a day, by the roll of a school that day: one of Year 11 is up to the last
 * Friday of June. Provision is owed to nobody beyond it. The days of examinations are not held: that a pupil of Year 11 has none
 * left before then is for the school to say. One of whom no roll tells the year is taken to be.
 */
export function schoolAgeBy(spells: readonly SpellInYear[]): (urn: string, on: string) => boolean {
  const told = spells.map((spell) => ({ ...spell, last: lastDayBy(spell) }));
  return (urn, on) => {
    const last = told.findLast((one) => one.urn === urn && holds(one, on))?.last ?? null;
    return last === null || on <= last;
  };
}
