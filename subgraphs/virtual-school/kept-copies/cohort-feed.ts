import { Permit } from '../../../platform/access/permit.js';
import type { Caller } from '../../../platform/auth/door.js';
import { childLinked, type Consumer } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { KeptWeekRepository } from '../attendance/kept-week.repository.js';
import { KeptIntervalRepository } from '../cohort/kept-interval.repository.js';
import { dutiesOf, dutyBases } from './duties.js';
import { askStatuses, askWeeks } from './owners-feeds.js';

const operation = 'keep-cohort';
const holder = Domain.VIRTUAL_SCHOOL;

/**
 * Keeps the virtual school's copies: the statuses of the children it follows, now or once, and their register weeks. From
 * the statuses follow the relationships that let its staff see a child, which end long before the copies do: figures need
 * whoever was in a cohort. What nothing needs any longer is dropped, and so is what was kept under an id that the child
 * is no longer shown by. An event of any owner brings both copies up to date, so that no order of events matters.
 */
export const cohortFeed: Consumer = {
  name: 'cohort-feed',
  holder,
  operations: [
    'SOCIAL_CARE:status-feed',
    'EDUCATION:attendance-feed',
    'EDUCATION:school-week-feed',
    `VIRTUAL_SCHOOL:${operation}:WRITE`,
  ],
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
      // Of every child named, changed or not, so that hearing of a child anew puts right whatever stood there.
      const related = [...inDuty].flatMap((held) => dutiesOf(...held));
      await writing.relateExactly('T2', { children, bases: dutyBases, related });
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
