import type { Judgement, MatchRule } from './judge.js';
import type { FoundPair } from './person.js';

/** A pair that is more than a chance likeness. */
export type JudgedPair = Judgement & {
  readonly left: number;
  readonly right: number;
  /** They carry the same number: one of them carries another's. */
  readonly numbered: boolean;
};

// A second person this near to the first is not for a rule to leave aside. domain.md §7.3.
const clearMargin = 0.1;
const justBelowLink = 0.9499;

const spokenAgainst: ReadonlySet<MatchRule> = new Set([
  'two-nhs-numbers',
  'two-upns',
  'possible-twin',
  'one-number-two-people',
]);

/**
 * Links only where it is clear whose record it is: where a record is as like two others that are not one person, both
 * go to a person to decide. `between` judges any two records. And where both records of a doubtful pair are clearly
 * other records', it is not worth a person's time: the twin is already beside their own.
 */
export function weighEachAgainstAll(
  judged: readonly JudgedPair[],
  between: (a: number, b: number) => Judgement | null,
): FoundPair[] {
  const linksOf = new Map<number, JudgedPair[]>();
  for (const pair of judged) {
    if (pair.band !== 'link') continue;
    for (const end of [pair.left, pair.right]) linksOf.set(end, [...(linksOf.get(end) ?? []), pair]);
  }
  const onePerson = (a: number, b: number): boolean => {
    const judgement = between(a, b);
    // Not alike enough to be found by themselves, but nothing that speaks against it either.
    return judgement !== null && !spokenAgainst.has(judgement.rule) && judgement.probability >= 0.5;
  };
  const rivalled = (pair: JudgedPair): boolean =>
    [pair.left, pair.right].some((end) => {
      const mine = end === pair.left ? pair.right : pair.left;
      return (linksOf.get(end) ?? []).some((other) => {
        const theirs = other.left === end ? other.right : other.left;
        return theirs !== mine && other.probability > pair.probability - clearMargin && !onePerson(mine, theirs);
      });
    });
  const clear = new Set(judged.filter((pair) => pair.band === 'link' && !rivalled(pair)));
  const settled = new Set([...clear].flatMap(({ left, right }) => [left, right]));
  return judged.flatMap((pair): FoundPair[] => {
    const { left, right, probability } = pair;
    if (clear.has(pair)) return [{ left, right, probability, band: 'link' }];
    if (pair.rule === 'possible-twin' && !pair.numbered && settled.has(left) && settled.has(right)) return [];
    return [{ left, right, probability: Math.min(probability, justBelowLink), band: 'review' }];
  });
}
