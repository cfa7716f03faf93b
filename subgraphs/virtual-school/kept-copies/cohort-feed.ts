import { Permit } from '../../../platform/access/permit.js';
import type { Caller } from '../../../platform/auth/door.js';
import { childLinked, type Consumer, type RefreshedWith } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { replaceWeeks } from '../attendance/kept-week.repository.js';
import { cohortIntervals } from '../cohort/cohort-intervals.js';
import { KeptIntervalRepository } from '../cohort/kept-interval.repository.js';
import { followedAmong } from '../cohort-attendance/kept-facts.repository.js';
import { refreshReadModel } from '../cohort-attendance/refresh-read-model.js';
import { forgetSlices } from '../cohort-attendance/slice.repository.js';
import { forgetCohortSuspensions } from '../suspension/cohort-suspension.repository.js';
import { dutiesOf, dutyBases } from './duties.js';
import { replaceAllocations } from '../cohort/kept-allocation.repository.js';
import { replaceEnrolments } from '../attendance/kept-enrolment.repository.js';
import { replaceSuspensions } from '../suspension/kept-suspension.repository.js';
import { askSuspensions } from './ask-suspensions.js';
import { keepCalendarWeeks, lastCalendarVersion } from '../attendance/kept-calendar-week.repository.js';
import { askCalendarWeeks } from './calendar-feed.js';
import { askAllocations, askEnrolments, askSchoolWeeks, askStatuses, askWeeks } from './owners-feeds.js';
import { keepWeeks, lastVersion } from '../attendance/kept-school-week.repository.js';

const operation = 'keep-cohort';
const holder = Domain.VIRTUAL_SCHOOL;

/**
 * Keeps the virtual school's copies of the children it follows, now or once: their statuses and allocations, their rolls,
 * register weeks and suspensions; and what is worked out from them, week by week. From the statuses follow the relationships that let its
 * staff see a child, which end long before the copies do: figures need whoever was in a cohort. What nothing needs any
 * longer is dropped, and so is what was kept under an id that the child is no longer shown by.
 *
 * Whom it follows is social care's to say: its events, and a link of records, bring everything of a child up to date.
 * Education's events concern only whom it follows already, so that a day's marks of a whole area cost no more than a look
 * at who they are; and a death changes nothing that is kept, only what is worked out. So no order of events matters.
 */
export const cohortFeed: Consumer = {
  name: 'cohort-feed',
  holder,
  operations: [
    'SOCIAL_CARE:status-feed',
    'SOCIAL_CARE:allocation-feed',
    'EDUCATION:attendance-feed',
    'EDUCATION:enrolment-feed',
    'EDUCATION:school-week-feed',
    'EDUCATION:suspension-feed',
    'EDUCATION:calendar-feed',
    `VIRTUAL_SCHOOL:${operation}:WRITE`,
  ],
  hears: [
    { from: Domain.SOCIAL_CARE, topics: ['involvement-changed', 'allocation-changed'] },
    {
      from: Domain.EDUCATION,
      topics: ['attendance-changed', 'roll-changed', 'suspension-changed', 'calendar-changed'],
    },
    { from: Domain.PARTNERSHIP, topics: [...childLinked.topics, 'death-noted'] },
  ],
  async refresh(on, from, children) {
    if (from.includes(Domain.SOCIAL_CARE)) {
      await refreshWhole(on, children);
      return;
    }
    const followed = await followedOf(on, children);
    if (followed.length === 0) return;
    if (from.includes(Domain.EDUCATION)) await refreshEducation(on, followed);
    else await on.keep(permitsOf(on.caller), followed, (writing) => refreshReadModel(writing, followed));
  },
  async caughtUp(on) {
    await keepSchoolWeeks(on);
    await keepCalendars(on);
  },
};

/** Schools' weeks that were counted since the copy was last made. */
async function keepSchoolWeeks({ caller, ask, keep }: RefreshedWith): Promise<void> {
  const permits = [permitAbout(caller, holder, 'T2')];
  let since = 0;
  await keep(permits, [], async (writing) => {
    since = await lastVersion(writing);
  });
  for (let more = true; more;) {
    const told = await askSchoolWeeks(ask, since);
    if (told.weeks.length > 0) await keep(permits, [], (writing) => keepWeeks(writing, told.weeks));
    ({ more, since } = told);
  }
}

/** Weeks of schools' calendars that changed since the copy was last made. */
async function keepCalendars({ caller, ask, keep }: RefreshedWith): Promise<void> {
  const permits = [permitAbout(caller, holder, 'T2')];
  let since = 0;
  await keep(permits, [], async (writing) => {
    since = await lastCalendarVersion(writing);
  });
  for (let more = true; more;) {
    const told = await askCalendarWeeks(ask, since);
    if (told.weeks.length > 0) await keep(permits, [], (writing) => keepCalendarWeeks(writing, told.weeks));
    ({ more, since } = told);
  }
}

async function refreshWhole({ caller, ask, keep }: RefreshedWith, children: readonly string[]): Promise<void> {
  const statuses = await askStatuses(ask, children);
  const told = await askAllocations(ask, children);
  const inCohort = (childId: string): boolean =>
    [...cohortIntervals(statuses.get(childId) ?? [], told.get(childId) ?? []).values()].some(
      ({ length }) => length > 0,
    );
  const followed = children.filter(inCohort);
  const allocations = new Map(followed.map((childId) => [childId, told.get(childId) ?? []]));
  const [weeks, enrolments, suspensions] = await askEducation(ask, followed);
  await keep(permitsOf(caller), children, async (writing) => {
    const changed = await KeptIntervalRepository.replace(writing, children, statuses);
    await replaceAllocations(writing, children, allocations);
    await replaceEnrolments(writing, children, enrolments);
    await replaceWeeks(writing, children, weeks);
    await replaceSuspensions(writing, children, suspensions);
    await refreshReadModel(writing, children);
    await forgetSlices(writing, children);
    await forgetCohortSuspensions(writing, children);
    // Of every child named, changed or not, so that hearing of a child anew puts right whatever stood there.
    const related = [...statuses].flatMap((held) => dutiesOf(...held));
    await writing.relateExactly('T2', { children, bases: dutyBases, related });
    await writing.emit('cohort-changed', changed);
  });
}

async function refreshEducation({ caller, ask, keep }: RefreshedWith, followed: readonly string[]): Promise<void> {
  const [weeks, enrolments, suspensions] = await askEducation(ask, followed);
  await keep(permitsOf(caller), followed, async (writing) => {
    await replaceEnrolments(writing, followed, enrolments);
    await replaceWeeks(writing, followed, weeks);
    await replaceSuspensions(writing, followed, suspensions);
    await refreshReadModel(writing, followed);
  });
}

const askEducation = (ask: RefreshedWith['ask'], followed: readonly string[]) =>
  Promise.all([askWeeks(ask, followed), askEnrolments(ask, followed), askSuspensions(ask, followed)]);

/** Those of the children of whom anything is kept already. */
async function followedOf({ caller, keep }: RefreshedWith, children: readonly string[]): Promise<readonly string[]> {
  let followed: readonly string[] = [];
  await keep([permitAbout(caller, Domain.SOCIAL_CARE, 'T3')], children, async (writing) => {
    followed = await followedAmong(writing, children);
  });
  return followed;
}

const permitAbout = (caller: Caller, about: Domain, tier: 'T2' | 'T3'): Permit =>
  Permit.forSystem(caller, { holder, act: 'WRITE', operation, about, tier });

const permitsOf = (caller: Caller): Permit[] => [
  permitAbout(caller, holder, 'T2'),
  permitAbout(caller, Domain.SOCIAL_CARE, 'T3'),
  permitAbout(caller, Domain.EDUCATION, 'T2'),
];
