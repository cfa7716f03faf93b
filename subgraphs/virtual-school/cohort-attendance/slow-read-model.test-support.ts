import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { Cohort } from '../cohort/cohort.js';
import { cohortIntervals } from '../cohort/cohort-intervals.js';
import type { Alert } from './alert.js';
import type { PlanWeek } from './plan-weeks.js';
import type { KeptFacts } from './read-model.js';
import type { OwnWeek } from './own-weeks.js';
import { isMain, plus, SlowSessions } from './slow-sessions.test-support.js';
import type { CohortSuspension } from '../suspension/cohort-suspensions.js';
import type { Slice } from './week-slices.js';

/** One plan week, of a run as many as it has. */
export type SaidWeek = Omit<PlanWeek, 'lastWeek'>;

interface Held {
  readonly from: string;
  readonly until: string | null;
}

const least = (all: readonly string[]): string | null =>
  all.reduce<string | null>((a, b) => (a && a < b ? a : b), null);
/**
 * The rules of the read model written once more, as slowly as they are said: every day and every half of it is looked at by
 * itself. For tests alone.
 */
export class SlowReadModel {
  private readonly sessions: SlowSessions;

  constructor(
    private readonly kept: KeptFacts,
    private readonly diedOn: string | null,
  ) {
    this.sessions = new SlowSessions(kept, diedOn);
  }

  private held(one: Held, on: string): boolean {
    return one.from <= on && (one.until === null || one.until > on) && (this.diedOn === null || on < this.diedOn);
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
    const halves = this.sessions.halves([0, 1, 2, 3, 4].map((day) => plus(weekBeginning, day)));
    const urns = [...new Set(halves.map(({ urn }) => urn))].sort();
    const teams = [...new Set(['', ...this.kept.allocations.map(({ team }) => team ?? '')])].sort();
    return Object.values(Cohort).flatMap((cohort) =>
      urns.flatMap((schoolUrn) =>
        teams.flatMap((team) => {
          const within = halves.filter(
            ({ on, urn }) => urn === schoolUrn && this.isIn(cohort, on) && this.team(on) === team,
          );
          const counts = this.sessions.counts(within);
          const first = within.find(
            ({ on, urn }) =>
              this.sessions.counts(this.sessions.halves([on]).filter((one) => one.urn === urn)).possible > 0,
          );
          if (counts.possible === 0 || !first) return [];
          return [{ ...{ weekBeginning, cohort, schoolUrn, team }, ...this.shown(schoolUrn, first.on), ...counts }];
        }),
      ),
    );
  }

  /** Of sessions or for good, and not cancelled, in life. */
  private suspensions(): KeptFacts['suspensions'] {
    return this.kept.suspensions.filter(
      ({ category, cancelledOn, startedOn }) =>
        ['SUSPENSION', 'PERMANENT'].includes(category) &&
        cancelledOn === null &&
        (this.diedOn === null || startedOn <= this.diedOn),
    );
  }

  /** R9: the suspensions of a week that count, each in every cohort that its first day is in. */
  cohortSuspensions(weekBeginning: string): CohortSuspension[] {
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => plus(weekBeginning, day));
    return Object.values(Cohort).flatMap((cohort) =>
      this.suspensions()
        .filter(({ startedOn: on }) => days.includes(on) && this.isIn(cohort, on))
        .map(({ schoolUrn, startedOn, category, sessions }) => ({
          ...{ cohort, schoolUrn, startedOn, category, sessions: sessions ?? 0, weekBeginning },
          ...{ team: this.team(startedOn), ...this.shown(schoolUrn, startedOn) },
        })),
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
    for (let on = from; on <= to; on = plus(on, 1))
      if (this.sessions.counts(this.sessions.halves([on])).attended > 0) last = on;
    return last;
  }

  /** R8: a child's own week; null where nothing is marked in it. `since` is before all marks. */
  own(weekBeginning: string, since: string): OwnWeek | null {
    const days = [0, 1, 2, 3, 4].map((day) => plus(weekBeginning, day));
    const halves = this.sessions.halves(days);
    if (halves.length === 0) return null;
    const bits = (counts: (on: string) => boolean): number =>
      days.reduce((sum, on, at) => sum + (counts(on) ? 2 ** at : 0), 0);
    const mains = days.flatMap((on) => this.main(on) ?? []);
    return {
      weekBeginning,
      ...this.sessions.counts(halves),
      lastAttendedOn: this.lastAttended(since, plus(weekBeginning, 6)),
      nDays: bits((on) => halves.some((one) => one.on === on && one.code === 'N')),
      possibleDays: bits((on) => this.sessions.possible(on)),
      firstMainUrn: mains[0] ?? null,
      lastMainUrn: mains.at(-1) ?? null,
    };
  }

  /** A1 to A6. */
  private alerts(week: string, since: string): Alert[] {
    const days = [0, 1, 2, 3, 4, 5, 6].map((day) => plus(week, day));
    const within = (on: string): boolean => days.includes(on) && (this.diedOn === null || on < this.diedOn);
    const bearsN = (on: string): boolean => this.sessions.halves([on]).some(({ code }) => code === 'N');
    const pairs = days.flatMap((on) => {
      let before = plus(on, -1);
      while (before >= since && !this.sessions.possible(before)) before = plus(before, -1);
      return this.sessions.possible(on) && before >= since && bearsN(on) && bearsN(before) ? [before] : [];
    });
    const now = this.sessions.counts(this.sessions.halves(days));
    const earlier = this.sessions.counts(
      this.sessions.halves(Array.from({ length: 28 }, (_, back) => plus(week, -1 - back))),
    );
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
          this.sessions
            .halves(days)
            .filter(({ code }) => code === 'C2')
            .map(({ on }) => on),
        ),
      ],
      ['SUSPENSION', least(this.suspensions().flatMap(({ startedOn: on }) => (days.includes(on) ? [on] : [])))],
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
    const halves = this.sessions.halves(order.slice(3).reverse());
    const { possible, attended, authorised, unauthorised, late } = this.sessions.counts(halves);
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
