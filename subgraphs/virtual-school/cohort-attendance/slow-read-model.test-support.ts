import { attendanceCode } from '../../../platform/code-sets/attendance-codes.js';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { Cohort } from '../cohort/cohort.js';
import { cohortIntervals } from '../cohort/cohort-intervals.js';
import type { Alert } from './alert.js';
import type { PlanWeek } from './plan-weeks.js';
import type { KeptFacts } from './read-model.js';
import type { OwnWeek } from './own-weeks.js';
import type { Slice } from './week-slices.js';

/** One plan week, of a run as many as it has. */
export type SaidWeek = Omit<PlanWeek, 'lastWeek'>;

interface Held {
  readonly from: string;
  readonly until: string | null;
}

interface Half {
  readonly on: string;
  readonly code: string;
  readonly urn: string;
  readonly category: string;
}

const plus = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);
const count = <One>(all: readonly One[], counts: (one: One) => boolean): number => all.filter(counts).length;
const least = (all: readonly string[]): string | null =>
  all.reduce<string | null>((a, b) => (a && a < b ? a : b), null);
const attendedWords = ['PRESENT', 'APPROVED_EDUCATIONAL_ACTIVITY'];
const ranked = [
  attendedWords,
  ['AUTHORISED_ABSENCE'],
  ['UNAUTHORISED_ABSENCE'],
  ['NOT_A_POSSIBLE_ATTENDANCE'],
  ['ADMINISTRATIVE'],
];
const isMain = ({ status }: { status: string }): boolean =>
  status.startsWith('CURRENT') && !status.endsWith('SUBSIDIARY');

/**
 * The rules of the read model written once more, as slowly as they are said: every day and every half of it is looked at by
 * itself. For tests alone.
 */
export class SlowReadModel {
  /** What was found of a half of a day: looking at it again would find the same. */
  private readonly found = new Map<string, Half | null>();

  constructor(
    private readonly kept: KeptFacts,
    private readonly diedOn: string | null,
  ) {}

  private held(one: Held, on: string): boolean {
    return one.from <= on && (one.until === null || one.until > on) && (this.diedOn === null || on < this.diedOn);
  }

  /** R2, R2b: the mark that counts of one half of a day. */
  private half(on: string, half: number): Half | null {
    const known = this.found.get(`${on} ${String(half)}`);
    if (known !== undefined) return known;
    const made = this.find(on, half);
    this.found.set(`${on} ${String(half)}`, made);
    return made;
  }

  private find(on: string, half: number): Half | null {
    if (this.diedOn !== null && on > this.diedOn) return null;
    const made = this.kept.registers.flatMap(({ weekBeginning, schoolUrn, codes }) => {
      const at = [0, 1, 2, 3, 4].find((day) => plus(weekBeginning, day) === on);
      const code = at === undefined ? null : codes[2 * at + half];
      const rolls = this.kept.rolls.filter((roll) => roll.schoolUrn === schoolUrn);
      const bounded = rolls.filter(({ status }) => status !== 'UNKNOWN');
      const open = bounded.filter((roll) => roll.from <= on && (roll.until === null || on < roll.until));
      if (!code || rolls.length === 0 || (bounded.length > 0 && open.length === 0)) return [];
      const category: string = attendanceCode(code, on)?.category ?? '';
      const rank = ranked.findIndex((words) => words.includes(category));
      return [
        { on, code, urn: schoolUrn, category, order: [rank, open.some(isMain) ? 0 : 1, schoolUrn, code].join(' ') },
      ];
    });
    return made.find((one) => made.every((other) => one.order <= other.order)) ?? null;
  }

  private halves(days: readonly string[]): Half[] {
    return days.flatMap((on) => [0, 1].flatMap((half) => this.half(on, half) ?? []));
  }

  private counts(halves: readonly Half[]) {
    const isOf =
      (words: readonly string[]) =>
      ({ category }: Half) =>
        words.includes(category);
    const possible = halves.filter(isOf([...attendedWords, 'AUTHORISED_ABSENCE', 'UNAUTHORISED_ABSENCE']));
    return {
      possible: possible.length,
      attended: count(possible, isOf(attendedWords)),
      authorised: count(possible, isOf(['AUTHORISED_ABSENCE'])),
      unauthorised: count(possible, isOf(['UNAUTHORISED_ABSENCE'])),
      late: count(possible, ({ code }) => code === 'L'),
      partTime: count(possible, ({ code }) => code === 'C2'),
      suspended: count(possible, ({ code }) => code === 'E'),
      unexplained: count(possible, ({ code }) => code === 'N'),
    };
  }

  private possible(on: string): boolean {
    return this.counts(this.halves([on])).possible > 0;
  }

  /** R6, and whoever leads goes before whoever is allocated beside them. */
  private team(on: string): string {
    const open = this.kept.allocations.filter((one) => this.held(one, on));
    const which =
      ['SOCIAL_WORKER', 'FAMILY_HELP_LEAD', 'PERSONAL_ADVISER', 'OTHER']
        .map((word) => open.filter(({ role }) => role === word))
        .find((some) => some.length > 0) ?? [];
    const latest = which.filter((one) => which.every(({ from }) => from <= one.from)).map(({ team }) => team ?? '');
    return least(latest) ?? '';
  }

  private main(on: string): string | null {
    const open = this.kept.rolls.filter((roll) => isMain(roll) && this.held(roll, on));
    return least(open.filter((one) => open.every(({ from }) => from <= one.from)).map(({ schoolUrn }) => schoolUrn));
  }

  private isIn(cohort: Cohort, on: string): boolean {
    const has = (...statuses: readonly string[]): boolean =>
      this.kept.statuses.some((one) => statuses.includes(one.status) && this.held(one, on));
    const alive = this.diedOn === null || on < this.diedOn;
    if (cohort === Cohort.ON_PLAN) return has('CHILD_PROTECTION', 'CHILD_IN_NEED');
    if (cohort === Cohort.SOCIAL_WORKER_NOW) {
      const named = this.kept.allocations.some((one) => one.role === 'SOCIAL_WORKER' && this.held(one, on));
      return named || has('CHILD_PROTECTION', 'LOOKED_AFTER');
    }
    if (cohort === Cohort.IN_NEED_SIX_YEARS || cohort === Cohort.EVER_SOCIAL_WORKER) {
      // Checked beside their own definition: whom they hold on a day is all that is asked here.
      const intervals = cohortIntervals(this.kept.statuses, this.kept.allocations).get(cohort) ?? [];
      return alive && intervals.some((one) => this.held(one, on));
    }
    return has(cohort);
  }

  /** R1 to R6: the slices of a week. */
  slices(weekBeginning: string): Slice[] {
    const halves = this.halves([0, 1, 2, 3, 4].map((day) => plus(weekBeginning, day)));
    const urns = [...new Set(halves.map(({ urn }) => urn))].sort();
    const teams = [...new Set(['', ...this.kept.allocations.map(({ team }) => team ?? '')])].sort();
    return Object.values(Cohort).flatMap((cohort) =>
      urns.flatMap((schoolUrn) =>
        teams.flatMap((team) => {
          const within = halves.filter(
            ({ on, urn }) => urn === schoolUrn && this.isIn(cohort, on) && this.team(on) === team,
          );
          const counts = this.counts(within);
          const first = within.find(
            ({ on, urn }) => this.counts(this.halves([on]).filter((one) => one.urn === urn)).possible > 0,
          );
          if (counts.possible === 0 || !first) return [];
          return [{ ...{ weekBeginning, cohort, schoolUrn, team }, ...this.shown(schoolUrn, first.on), ...counts }];
        }),
      ),
    );
  }

  private shown(urn: string, on: string): Pick<Slice, 'phase' | 'senProvision' | 'freeSchoolMeals'> {
    const open = this.kept.rolls.filter((roll) => roll.from <= on && (roll.until === null || on < roll.until));
    const provisions = open.map((roll) => roll.provisions.filter(({ from }) => from <= on).at(-1)?.provision);
    const meals = open.map((roll) => roll.meals.filter(({ from }) => from <= on).at(-1)?.eligible);
    const phases = this.kept.rolls.filter(({ schoolUrn }) => schoolUrn === urn).flatMap(({ phase }) => phase ?? []);
    const words = [SenProvision.EHC_PLAN, SenProvision.SEN_SUPPORT, SenProvision.NONE];
    return {
      phase: least(phases) ?? 'UNKNOWN',
      senProvision: words.find((word) => provisions.some((one) => one === word)) ?? 'UNKNOWN',
      freeSchoolMeals: meals.includes(true) ? 'YES' : meals.includes(false) ? 'NO' : 'UNKNOWN',
    };
  }

  private lastAttended(from: string, to: string): string | null {
    let last: string | null = null;
    for (let on = from; on <= to; on = plus(on, 1)) if (this.counts(this.halves([on])).attended > 0) last = on;
    return last;
  }

  /** R8: a child's own week; null where nothing is marked in it. `since` is before all marks. */
  own(weekBeginning: string, since: string): OwnWeek | null {
    const days = [0, 1, 2, 3, 4].map((day) => plus(weekBeginning, day));
    const halves = this.halves(days);
    if (halves.length === 0) return null;
    const bits = (counts: (on: string) => boolean): number =>
      days.reduce((sum, on, at) => sum + (counts(on) ? 2 ** at : 0), 0);
    const mains = days.flatMap((on) => this.main(on) ?? []);
    return {
      weekBeginning,
      ...this.counts(halves),
      lastAttendedOn: this.lastAttended(since, plus(weekBeginning, 6)),
      nDays: bits((on) => halves.some((one) => one.on === on && one.code === 'N')),
      possibleDays: bits((on) => this.possible(on)),
      firstMainUrn: mains[0] ?? null,
      lastMainUrn: mains.at(-1) ?? null,
    };
  }

  /** A1 to A6. */
  private alerts(week: string, since: string): Alert[] {
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => plus(week, day));
    const within = (on: string): boolean => days.includes(on) && (this.diedOn === null || on < this.diedOn);
    const bearsN = (on: string): boolean => this.halves([on]).some(({ code }) => code === 'N');
    const pairs = days.flatMap((on) => {
      let before = plus(on, -1);
      while (before >= since && !this.possible(before)) before = plus(before, -1);
      return this.possible(on) && before >= since && bearsN(on) && bearsN(before) ? [before] : [];
    });
    const now = this.counts(this.halves(days));
    const earlier = this.counts(this.halves(Array.from({ length: 28 }, (_, back) => plus(week, -1 - back))));
    const dropped =
      now.possible > 0 &&
      earlier.possible > 0 &&
      10 * (earlier.attended * now.possible - now.attended * earlier.possible) >= earlier.possible * now.possible;
    const spells = this.kept.rolls.filter(({ status }) => status !== 'UNKNOWN');
    const moved = spells
      .filter(
        (one) =>
          isMain(one) && within(one.from) && (one.until === null || one.from < one.until || this.diedOn === null),
      )
      .filter((one) => spells.some((other) => other.schoolUrn !== one.schoolUrn && other.from < one.from));
    const handed = this.kept.allocations.filter(
      (one) => within(one.from) && this.kept.allocations.some(({ from }) => from < one.from),
    );
    const told: [Alert['kind'], string | null][] = [
      ['UNEXPLAINED', least(pairs)],
      ['DROP', dropped ? week : null],
      [
        'PART_TIME',
        least(
          this.halves(days)
            .filter(({ code }) => code === 'C2')
            .map(({ on }) => on),
        ),
      ],
      [
        'SUSPENSION',
        least(
          (this.kept.suspensions ?? []).filter(
            (on) => days.includes(on) && (this.diedOn === null || on <= this.diedOn),
          ),
        ),
      ],
      ['SCHOOL_MOVE', least(moved.map(({ from }) => from))],
      ['WORKER_CHANGE', least(handed.map(({ from }) => from))],
    ];
    return told.flatMap(([kind, on]) => (on === null ? [] : [{ kind, since: on }]));
  }

  /** A8: what is listed of a week; null for a child on no plan on any day of it. */
  planWeek(weekBeginning: string, since: string): SaidWeek | null {
    const order = [4, 6, 5, 4, 3, 2, 1, 0].map((day) => plus(weekBeginning, day));
    const first = <Value>(of: (on: string) => Value | null): Value | null =>
      order.map(of).find((value) => value !== null) ?? null;
    const status = first((on) => {
      if (this.isIn(Cohort.CHILD_PROTECTION, on)) return SocialCareStatus.CHILD_PROTECTION as const;
      return this.isIn(Cohort.CHILD_IN_NEED, on) ? (SocialCareStatus.CHILD_IN_NEED as const) : null;
    });
    if (status === null) return null;
    const halves = this.halves(order.slice(3).reverse());
    const { possible, attended, authorised, unauthorised, late } = this.counts(halves);
    return {
      weekBeginning,
      status,
      schoolUrn: first((on) => this.main(on)),
      team: first((on) => this.team(on) || null) ?? '',
      ...{ possible, attended, authorised, unauthorised, late },
      lastAttendedOn: this.lastAttended(since, plus(weekBeginning, 6)),
      alerts: this.alerts(weekBeginning, since),
    };
  }
}
