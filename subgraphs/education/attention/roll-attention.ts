import { mondayOf, nextMonday } from '../../../platform/code-sets/register-week.js';
import type { AttentionFact } from '../../../platform/vocabulary/attention-fact.js';
import { rollFacts, type ToldSpell } from '../enrolment/roll-facts.js';

/** What of a child's rolls needs attention: a move to another school, in the week in which it is. */
export function rollAttention(spells: readonly ToldSpell[]): AttentionFact[] {
  const moves = rollFacts(spells).filter(({ kind }) => kind === 'SCHOOL_MOVE');
  return moves.map(({ happenedOn: since, fact }) => ({
    ...{ key: `SCHOOL_MOVE/${since}`, kind: 'SCHOOL_MOVE', facet: null, fact, since },
    ...{ from: since, until: nextMonday(mondayOf(since)) },
  }));
}
