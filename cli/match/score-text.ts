import type { Score } from './score-pairs.js';

const shown = (share: number | null): string => share?.toFixed(4) ?? '–';

/** A score as lines to read. */
export function scoreText(score: Score): string {
  const { withReview } = score;
  const lines: readonly (readonly [string, string | number])[] = [
    ['true pairs', score.truePairs],
    ['links', score.links],
    ['right links', score.rightLinks],
    ['precision', shown(score.precision)],
    ['recall', shown(score.recall)],
    ['F1', shown(score.f1)],
    ['pairs in review', score.review],
    ['true pairs in review', score.trueInReview],
    ['review rate', shown(score.reviewRate)],
    ['precision, links and perfect review', shown(withReview.precision)],
    ['recall, links and perfect review', shown(withReview.recall)],
    ['F1, links and perfect review', shown(withReview.f1)],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, value]) => `${name.padEnd(width)}  ${String(value).padStart(7)}\n`).join('');
}
