import type { Parting } from './separation.js';
import type { NewDecision } from './source-record.repository.js';

/** Who separated two children, by which version of the rules records were decided again, and why. */
interface By {
  readonly actor: string;
  readonly actorName: string;
  readonly ruleVersion: string;
  readonly reason: string;
}

/**
 * What is written down of a separation: of every record that a person parted, from whom, so that either child tells of
 * it; and of every record that was decided again, what it came to.
 */
export function partingDecisions({ children, around, apart, again, since }: Parting, by: By): NewDecision[] {
  const { reason, ...who } = by;
  const none = { probability: null, evidence: [], reviewId: null, reason: null, since: null };
  const shownOf = new Map(
    [...children, ...around].flatMap(([shown = '', ...rest]) => [shown, ...rest].map((id) => [id, shown] as const)),
  );
  const sides = [...new Map(apart.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])).entries()];
  const separated = sides.map(([childId, from]): NewDecision => ({
    ...none,
    ...who,
    childId,
    otherId: shownOf.get(from) ?? from,
    kind: 'SEPARATED',
    rule: 'person',
    reason,
    since,
  }));
  const decidedAgain = again.flatMap(({ childId, reviewId, decision }): NewDecision[] => {
    const from = { childId, otherId: children[0]?.[0] ?? childId };
    const loose: NewDecision[] =
      reviewId === null ? [{ ...none, ...who, ...from, kind: 'RELEASED', rule: 'person' }] : [];
    if (decision.kind !== 'LINK') return loose;
    const { rule, probability, evidence } = decision;
    const otherId = shownOf.get(decision.childId) ?? decision.childId;
    return [...loose, { ...none, ...who, childId, otherId, kind: 'LINKED', rule, probability, evidence }];
  });
  return [...separated, ...decidedAgain];
}
