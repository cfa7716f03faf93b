import { Permit } from '../../../platform/access/permit.js';
import type { Caller } from '../../../platform/auth/door.js';
import type { Related } from '../../../platform/db/consequences.js';
import { childLinked, type Consumer } from '../../../platform/events/consumer.js';
import { councilCode } from '../../../platform/vocabulary/council-code.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { KeptWeekRepository } from '../attendance/kept-week.repository.js';
import { dutySince, type FollowedInterval } from '../cohort/duty.js';
import { KeptIntervalRepository } from '../cohort/kept-interval.repository.js';
import { askStatuses, askWeeks } from './owners-feeds.js';

const operation = 'keep-cohort';
const holder = Domain.VIRTUAL_SCHOOL;

/** Both ends of an interval that holds no day. */
const NEVER = '1900-01-01';

/**
 * Keeps the virtual school's copies: the statuses of children of its duty, their register weeks, and the relationship
 * that lets its staff see them. What no duty needs any longer is dropped, and so is what was kept under an id that the
 * child is no longer shown by. An event of any owner brings both copies up to date, so that no order of events matters.
 */
export const cohortFeed: Consumer = {
  name: 'cohort-feed',
  holder,
  operations: ['SOCIAL_CARE:status-feed', 'EDUCATION:attendance-feed', `VIRTUAL_SCHOOL:${operation}:WRITE`],
  hears: [
    { from: Domain.SOCIAL_CARE, topics: ['involvement-changed'] },
    { from: Domain.EDUCATION, topics: ['attendance-changed', 'roll-changed'] },
    childLinked,
  ],
  async refresh({ caller, ask, keep }, _from, children) {
    const inDuty = await askStatuses(ask, children);
    const weeks = await askWeeks(ask, [...inDuty.keys()]);
    await keep(permitsOf(caller), children, async (writing) => {
      const changed = await KeptIntervalRepository.replace(writing, children, inDuty);
      await KeptWeekRepository.replace(writing, children, weeks);
      await writing.relate(
        'T2',
        changed.map((childId) => dutyOf(childId, inDuty.get(childId) ?? [])),
      );
      await writing.emit('cohort-changed', changed);
    });
  },
};

function permitsOf(caller: Caller): Permit[] {
  const want = { holder, act: 'WRITE', operation } as const;
  return [
    Permit.forSystem(caller, { ...want, tier: 'T2' }),
    Permit.forSystem(caller, { ...want, about: Domain.SOCIAL_CARE, tier: 'T3' }),
    Permit.forSystem(caller, { ...want, about: Domain.EDUCATION, tier: 'T2' }),
  ];
}

/** The duty lasts from the first day it arose. Where it never did, an empty interval takes the relationship away. */
function dutyOf(childId: string, intervals: readonly FollowedInterval[]): Related {
  const since = dutySince(intervals);
  return {
    childId,
    grantee: `org:${councilCode}`,
    basis: 'VIRTUAL_SCHOOL_DUTY',
    reference: 'duty',
    from: since ?? NEVER,
    until: since === null ? NEVER : null,
  };
}
