import { academicYearToDate } from '../platform/code-sets/academic-year.js';
import type { SourceFacts } from '../platform/db/source-facts.repository.js';
import { Domain } from '../platform/vocabulary/domain.js';
import type { ReadName } from './limit-reads.js';
import {
  allocatedNow,
  attendanceOf,
  cohortsOf,
  currentFirst,
  involvementOn,
  isCurrent,
  isOpen,
  type KeptAllocation,
  type KeptInterval,
  plansOf,
  presentAlone,
  type StoredChild,
  type StoredEnrolment,
  type StoredEntry,
  type StoredInvolvement,
  type StoredMember,
  type StoredPepToMake,
  type StoredPlan,
  type StoredWeek,
  teamOn,
  teamSources,
  toChild,
  toEntry,
  toRecord,
  toSchool,
  toSenRecord,
  withPosts,
} from './subgraphs.js';

/** What each read brings back. */
export interface RowOf extends Record<`team ${Domain}`, StoredMember> {
  readonly child: StoredChild;
  readonly rolls: StoredEnrolment;
  readonly weeks: StoredWeek;
  readonly entries: StoredEntry;
  readonly involvement: StoredInvolvement;
  readonly presence: { readonly childId: string };
  readonly plans: StoredPlan;
  readonly toMake: StoredPepToMake;
  readonly intervals: KeptInterval;
  readonly allocations: KeptAllocation;
}

/** What one transaction brought back about one child. */
export interface FoundChild {
  readonly id: string;
  /** Whether social care's rules open its history. */
  readonly history: boolean;
  readonly today: string;
  /** Empty where the child may not be seen. */
  rows<Name extends ReadName>(name: Name): readonly RowOf[Name][];
  /** Undefined where the child may not be seen. */
  outcome(name: ReadName): string | undefined;
  facts(domain: Domain): SourceFacts;
}

/** The question is asked of children who live. */
const diedOn = null;

/** The answer to the holistic question, field by field; null for a child who may not be seen. */
export function childJson(seen: FoundChild): object | null {
  const { id, today } = seen;
  const row = seen.rows('child').at(-1);
  if (!row) return null;
  const { name, dateOfBirth, age, sex } = toChild(row, { facets: new Set(), diedOn }, today);
  return {
    id,
    name: name && { given: name.given, family: name.family, preferred: name.preferred },
    dateOfBirth,
    diedOn,
    age,
    sex,
    team: teamJson(seen),
    education: educationJson(seen),
    health: healthJson(seen),
    socialCare: socialCareJson(seen),
    virtualSchool: virtualSchoolJson(seen),
  };
}

function teamJson(seen: FoundChild): object[] {
  const whole = new Set(
    teamSources.map(({ domain }) => domain).filter((domain) => seen.outcome(`team ${domain}`) === 'FULL'),
  );
  const rows = teamSources.flatMap(({ domain }) => seen.rows(`team ${domain}`));
  return teamOn(rows.filter(({ domain }) => whole.has(domain)).flatMap(withPosts), seen.today).map(
    ({ name, role, organisation, lead, domain }) => ({
      name,
      role,
      organisation: organisation && { id: organisation.id, name: organisation.name },
      lead,
      domain,
    }),
  );
}

function educationJson(seen: FoundChild): object {
  const { today } = seen;
  const { asAt, stale } = seen.facts(Domain.EDUCATION);
  const rolls = seen.rows('rolls');
  const a = attendanceOf(seen.rows('weeks'), academicYearToDate(today));
  const sen = toSenRecord(rolls, today);
  return {
    asAt,
    stale,
    enrolments: rolls
      .filter((one) => isCurrent(one, today))
      .map(({ school, yearGroup, from, status }) => {
        const { urn, name } = toSchool(school);
        return { school: { urn, name }, yearGroup, from, status };
      }),
    attendance: {
      from: a.from,
      to: a.to,
      possible: a.possible,
      attended: a.attended,
      attendancePercent: a.attendancePercent,
      persistentlyAbsent: a.persistentlyAbsent,
      lastAttendedOn: a.lastAttendedOn,
    },
    sen: sen && { provision: sen.provision, needs: sen.needs.map(({ code, label }) => ({ code, label })) },
  };
}

function healthJson(seen: FoundChild): object {
  const { asAt, stale } = seen.facts(Domain.HEALTH);
  const waiting = seen
    .rows('entries')
    .map((entry) => toEntry(entry, seen.today, diedOn))
    .filter(({ status }) => isOpen(status))
    .map((e) => ({
      id: e.id,
      service: e.service,
      provider: e.provider && { name: e.provider.name },
      status: e.status,
      receivedOn: e.receivedOn,
      weeksWaiting: e.weeksWaiting,
      band: e.band,
      clock: e.clock && { standard: e.clock.standard, state: e.clock.state, breachOn: e.clock.breachOn },
      nextStep: e.nextStep,
      supportWhileWaiting: e.supportWhileWaiting,
    }));
  return { asAt, stale, waiting };
}

function socialCareJson(seen: FoundChild): object {
  const { today } = seen;
  const facts = seen.facts(Domain.SOCIAL_CARE);
  const told = {
    involvement: involvementOn(seen.rows('involvement'), diedOn, today),
    socialWorker: seen.rows('presence').length > 0,
    history: seen.history,
  };
  const { asAt, stale, status, hasSocialWorker, worker, plan } = toRecord(told, facts, today);
  return {
    asAt,
    stale,
    status,
    hasSocialWorker,
    worker: worker && { name: worker.name, contact: worker.contact, since: worker.since },
    plan: plan && { kind: plan.kind, startedOn: plan.startedOn, nextReviewOn: plan.nextReviewOn },
  };
}

function virtualSchoolJson(seen: FoundChild): object {
  const { history, today } = seen;
  const { asAt, stale } = seen.facts(Domain.VIRTUAL_SCHOOL);
  const outcome = seen.outcome('intervals');
  const held = outcome === 'EXISTENCE_ONLY' ? [] : seen.rows('intervals');
  const intervals = outcome === 'FULL' && history ? held : presentAlone(held, today);
  const allocated = outcome === 'FULL' ? seen.rows('allocations') : [];
  const workers = history ? allocated : allocatedNow(allocated, today);
  const duties = outcome === 'EXISTENCE_ONLY' ? [] : seen.rows('toMake');
  const toMake = outcome === 'FULL' && history ? duties : duties.filter(({ until }) => until > today);
  const plans = plansOf(seen.rows('plans'), toMake, { today, diedOn });
  return {
    asAt,
    stale,
    cohorts: cohortsOf(intervals, workers, today),
    peps: currentFirst(plans, today).map(({ term, dueOn, completedOn, quality, state }) => ({
      term,
      dueOn,
      completedOn,
      quality,
      state,
    })),
  };
}
