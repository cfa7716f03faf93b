import { Permit } from '../../../platform/access/permit.js';
import { childLinked, type Consumer } from '../../../platform/events/consumer.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { StaleWeekRepository } from '../school-week/stale-week.repository.js';
import { writeEnrolments } from './write-enrolments.js';
import { type RollChild, RollRepository } from './roll.repository.js';
import { superseded } from './superseded.js';

const operation = 'keep-rolls';

/**
 * What one school's record says of a child may end, for us, what another's does. Hears that records were linked or taken
 * apart, and concludes again: a school the child has left must not go on seeing the child through an older record.
 */
export const linkedRolls: Consumer = {
  name: 'linked-rolls',
  holder: Domain.EDUCATION,
  operations: [`EDUCATION:${operation}:WRITE`],
  hears: [childLinked],
  async refresh({ caller, keep }, _from, children) {
    const permit = Permit.forSystem(caller, { holder: Domain.EDUCATION, tier: 'T2', act: 'WRITE', operation });
    await keep([permit], children, async (writing) => {
      const rolls = new RollRepository(writing);
      await rolls.begin();
      const held = await rolls.ofChildren(children);
      // Which records are one child's decides which days of a school's register count, and once.
      await new StaleWeekRepository(writing).ofRolls([...new Set(held.flatMap(urnsOf))]);
      await writeEnrolments(
        writing,
        held.flatMap(({ enrolments }) => superseded(enrolments).filter((one) => !enrolments.includes(one))),
      );
    });
  },
};

const urnsOf = ({ enrolments }: RollChild): string[] => enrolments.map(({ urn }) => urn);
