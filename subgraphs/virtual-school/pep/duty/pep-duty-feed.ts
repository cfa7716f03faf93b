import { withinLife } from '../../../../platform/access/lifetime.js';
import { Permit } from '../../../../platform/access/permit.js';
import { childLinked, type Consumer } from '../../../../platform/events/consumer.js';
import { Domain } from '../../../../platform/vocabulary/domain.js';
import { PepToMakeRepository } from './pep-to-make.repository.js';
import { onceLookedAfter, onceLookedAfterBases } from './once-looked-after.js';
import { pepsToMake } from './peps-to-make.js';
import { askBirths, askCare } from './owners-answers.js';

const operation = 'keep-pep-duty';

/**
 * Keeps which plans are to be made: they follow from the days a child is looked after, as social care tells them, and from
 * the birthday and the day of death, as the partnership does. A child no longer looked after keeps those of that time; a forgotten one none.
 * And who may know that the child was looked after, until the eighteenth birthday: of every child named, changed or not.
 */
export const pepDutyFeed: Consumer = {
  name: 'pep-duty',
  holder: Domain.VIRTUAL_SCHOOL,
  operations: ['SOCIAL_CARE:status-feed', 'PARTNERSHIP:birth-feed', `VIRTUAL_SCHOOL:${operation}:WRITE`],
  hears: [
    { from: Domain.SOCIAL_CARE, topics: ['involvement-changed'] },
    { from: Domain.PARTNERSHIP, topics: ['child-changed', 'death-noted', ...childLinked.topics] },
  ],
  async refresh({ caller, ask, keep }, _from, children) {
    const care = await askCare(ask, children);
    const births = await askBirths(ask, [...care.keys()]);
    const want = { holder: Domain.VIRTUAL_SCHOOL, act: 'WRITE', operation } as const;
    const permits = [
      Permit.forSystem(caller, { ...want, about: Domain.SOCIAL_CARE, tier: 'T3' }),
      Permit.forSystem(caller, { ...want, about: Domain.VIRTUAL_SCHOOL, tier: 'T2' }),
    ];
    await keep(permits, children, async (writing) => {
      const diedOn = (childId: string) => writing.opened[0]?.verdicts.get(childId)?.diedOn ?? null;
      const plans = [...care].map(([childId, held]) => {
        return [childId, pepsToMake(withinLife(held, diedOn(childId)), births.get(childId) ?? null)] as const;
      });
      const changed = await PepToMakeRepository.replace(writing, children, new Map(plans));
      await writing.emit('pep-changed', changed);
      const related = [...care].flatMap(([id, held]) => onceLookedAfter(id, held, births.get(id) ?? null));
      await writing.relateExactly('T2', { children, bases: onceLookedAfterBases, related });
    });
  },
};
