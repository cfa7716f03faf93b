/** Something that was held from a day, up to another, and still where that is null. */
export interface Held<Word extends string = string> {
  readonly word: Word;
  readonly from: string;
  readonly until: string | null;
}

const heldOn = ({ from, until }: Held, day: string): boolean => from <= day && (until === null || day < until);

/**
 * What prevailed when: of what was held on a day that which comes first in the order given. Spans of one word that follow
 * each other are one.
 */
export function prevailing<Word extends string>(held: readonly Held<Word>[], order: readonly Word[]): Held<Word>[] {
  const days = [...new Set(held.flatMap(({ from, until }) => (until === null ? [from] : [from, until])))].sort();
  const spans: Held<Word>[] = [];
  for (const [at, from] of days.entries()) {
    const word = order.find((one) => held.some((span) => span.word === one && heldOn(span, from)));
    if (word === undefined) continue;
    const last = spans.at(-1);
    const until = days[at + 1] ?? null;
    if (last?.word === word && last.until === from) spans[spans.length - 1] = { ...last, until };
    else spans.push({ word, from, until });
  }
  return spans;
}
