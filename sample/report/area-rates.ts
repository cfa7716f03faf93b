import type { AcademicYear } from '../calendar.js';
import type { Enrolment, SampleChild, Schooling } from '../child.js';
import { marksRandom } from '../write/attendance.js';
import { type Group, type Measure, phases, provisions, publishedRates } from './published-rates.js';
import { rollCounts, type RollCounts } from './roll-counts.js';

/** A rate of the area beside the one published for England. */
export interface Rate {
  readonly measure: Measure;
  readonly group: Group;
  /** Of last year, whole; null where nobody is in the group. */
  readonly area: number | null;
  readonly england: number;
  readonly englandIn: string;
}

interface Counted {
  readonly groups: readonly Group[];
  readonly aged5to15: boolean;
  readonly onRollInJanuary: boolean;
  readonly counts: RollCounts;
}

const provisionOf: Readonly<Record<Schooling['senProvision'], Group>> = {
  N: 'no SEN',
  K: 'SEN support',
  E: 'EHC plan',
};

/**
 * The rates of an area in the last whole academic year, counted from the very registers and suspensions that are written, as
 * the department counts them: absence of enrolments of those aged 5 to 15, suspensions per pupil on roll in January, primary,
 * secondary and special schools.
 */
export class AreaRates {
  private readonly counted: Counted[] = [];

  /** `year` is over, and `after` the one that the area is seen in. */
  constructor(
    private readonly year: AcademicYear,
    private readonly after: AcademicYear,
  ) {}

  add(child: SampleChild): void {
    const { schooling } = child;
    for (const roll of schooling?.enrolments ?? []) {
      const phase = phases.find((one) => one === roll.school.kind);
      if (!schooling || !phase) continue;
      this.counted.push({
        groups: ['all', phase, provisionOf[schooling.senProvision]],
        aged5to15: this.isAged5to15(roll),
        onRollInJanuary: this.isOnRollInJanuary(roll),
        counts: rollCounts(roll, this.year, marksRandom(child, roll, this.year)),
      });
    }
  }

  rates(): readonly Rate[] {
    return publishedRates.flatMap(({ measure, year: englandIn, of }) =>
      [...phases, ...provisions].flatMap((group) => {
        const england = of[group];
        return england === undefined ? [] : [{ measure, group, area: this.rate(measure, group), england, englandIn }];
      }),
    );
  }

  private rate(measure: Measure, group: Group): number | null {
    const own = this.counted.filter(({ groups }) => groups.includes(group));
    const counts = own.filter(({ onRollInJanuary }) => onRollInJanuary).map((one) => one.counts);
    const absent = own.filter(({ aged5to15 }) => aged5to15).map((one) => one.counts);
    const all = this.counted.filter(({ onRollInJanuary }) => onRollInJanuary).map((one) => one.counts);
    return rateOf[measure](measure in ofAbsence ? absent : counts, all);
  }

  /** By the year group after it: Years 1 to 11 were Years 2 to 12. */
  private isAged5to15({ ncYear, from }: Enrolment): boolean {
    const group = Number(ncYear) - (this.after.year - this.year.year);
    return from < this.after.startsOn && group >= 1 && group <= 11;
  }

  private isOnRollInJanuary({ from, until }: Enrolment): boolean {
    const census = `${String(this.year.year + 1)}-01-15`;
    return from <= census && (until === null || until > census);
  }
}

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((10_000 * part) / whole) / 100;

const sum = <One>(all: readonly One[], of: (one: One) => number): number => all.reduce((to, one) => to + of(one), 0);

type RateOf = (rolls: readonly RollCounts[], all: readonly RollCounts[]) => number | null;

const absence =
  (of: 'year' | 'autumn'): RateOf =>
  (rolls) =>
    percent(
      sum(rolls, (roll) => roll[of].missed),
      sum(rolls, (roll) => roll[of].possible),
    );

/** Of enrolments with any possible session, those that missed a tenth, or half, of them. */
const missing =
  (of: 'year' | 'autumn', parts: number): RateOf =>
  (rolls) => {
    const attending = rolls.filter((roll) => roll[of].possible > 0);
    return percent(attending.filter((roll) => parts * roll[of].missed >= roll[of].possible).length, attending.length);
  };

const ofAbsence = {
  absence: absence('year'),
  persistent: missing('year', 10),
  severe: missing('year', 2),
  autumnAbsence: absence('autumn'),
  autumnPersistent: missing('autumn', 10),
};

const rateOf: Readonly<Record<Measure, RateOf>> = {
  ...ofAbsence,
  suspensions: (rolls) =>
    percent(
      sum(rolls, (one) => one.suspensions),
      rolls.length,
    ),
  suspended: (rolls) => percent(rolls.filter((one) => one.suspensions > 0).length, rolls.length),
  excluded: (rolls) =>
    percent(
      sum(rolls, (one) => one.exclusions),
      rolls.length,
    ),
  shareOfSuspensions: (rolls, all) =>
    percent(
      sum(rolls, (one) => one.suspensions),
      sum(all, (one) => one.suspensions),
    ),
};
