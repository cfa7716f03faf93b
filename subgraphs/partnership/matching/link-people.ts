import { eachCandidatePair } from './candidate-pairs.js';
import { compare, levelOf, levelsOf, patternOf } from './comparison.js';
import { countLevels } from './count-levels.js';
import { judge } from './judge.js';
import { type Known, knownPerson } from './known.js';
import { type JudgedPair, weighEachAgainstAll } from './margin.js';
import { NameShares } from './name-shares.js';
import type { FoundPair, Person } from './person.js';
import { trainWeights } from './train-weights.js';
import { weighPair } from './weigh-pair.js';
import { probabilityOf, type Weights } from './weights.js';

/** Told how far the work has come. */
export type OnProgress = (done: number, of: number) => void;

/** A growing list of pairs, a few bytes each. */
class PairList {
  left = new Uint32Array(1024);
  right = new Uint32Array(1024);
  pattern = new Uint32Array(1024);
  length = 0;

  add(left: number, right: number, pattern: number): void {
    if (this.length === this.left.length) {
      for (const field of ['left', 'right', 'pattern'] as const) {
        const longer = new Uint32Array(this.length * 2);
        longer.set(this[field]);
        this[field] = longer;
      }
    }
    this.left[this.length] = left;
    this.right[this.length] = right;
    this.pattern[this.length] = pattern;
    this.length += 1;
  }
}

// However rare a name: it makes a pair at most this much more probable.
const rarest = 1e6;

/** Every pair, and how many there are of each pattern. */
function comparePairs(
  records: readonly Known[],
  across: number | null,
): { kept: PairList; patterns: Map<number, number> } {
  const kept = new PairList();
  const patterns = new Map<number, number>();
  eachCandidatePair(records, across, (left, right) => {
    const [one, other] = [records[left], records[right]];
    if (!one || !other) return;
    const pattern = patternOf(compare(one, other));
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    kept.add(left, right, pattern);
  });
  return { kept, patterns };
}

/** Which patterns could come to a review at all: the others' pairs are left without another thought. */
function worthJudging(patterns: ReadonlyMap<number, number>, weights: Weights): ReadonlySet<number> {
  const worth = new Set<number>();
  for (const pattern of patterns.keys()) {
    const levels = levelsOf(pattern);
    const least = probabilityOf(levels, weights);
    const most = (least * rarest) / (least * rarest + 1 - least);
    if (judge(levels, most).band !== 'separate') worth.add(pattern);
  }
  return worth;
}

/**
 * Which records are of one person: of one file, or across two. Every pair that shares a key is compared; the weights
 * are learnt from what is found; each pair is judged; and what is not clearly one person's rather than another's goes
 * to a person. The same people give the same pairs.
 */
export async function linkPeople(
  left: readonly Person[],
  right: readonly Person[] | null,
  onProgress: OnProgress = () => undefined,
): Promise<readonly FoundPair[]> {
  const records = [...left, ...(right ?? [])].map((person) => knownPerson(person));
  const across = right ? left.length : null;
  const pairs = right ? left.length * right.length : (left.length * (left.length - 1)) / 2;
  if (records.length < 2 || pairs === 0) return [];
  onProgress(1, 4);
  await breath();
  const { kept, patterns } = comparePairs(records, across);
  onProgress(2, 4);
  await breath();
  const weights = trainWeights({ patterns, all: countLevels(records, pairs), pairs, records: records.length });
  const worth = worthJudging(patterns, weights);
  const shares = new NameShares(records);
  const by = { weights, common: (known: Known) => shares.of(known) };
  const judged: JudgedPair[] = [];
  for (let at = 0; at < kept.length; at++) {
    const pattern = kept.pattern[at] ?? 0;
    const [first, second] = [kept.left[at] ?? 0, kept.right[at] ?? 0];
    const [one, other] = [records[first], records[second]];
    if (!worth.has(pattern) || !one || !other) continue;
    const levels = levelsOf(pattern);
    const judgement = weighPair(one, other, levels, by);
    const numbered = levelOf(levels, 'nhs') === 1 || levelOf(levels, 'upn') === 1;
    if (judgement.band !== 'separate') judged.push({ ...judgement, left: first, right: second, numbered });
  }
  onProgress(3, 4);
  await breath();
  const found = weighEachAgainstAll(judged, (a, b) => {
    const [one, other] = [records[a], records[b]];
    if (!one || !other) return null;
    return weighPair(one, other, compare(one, other), by);
  });
  onProgress(4, 4);
  return across === null ? found : found.map((pair) => ({ ...pair, right: pair.right - across }));
}

/** Lets a progress bar be drawn. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
