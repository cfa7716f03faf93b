/** A pair as `hub match link` writes it. */
export interface WrittenPair {
  readonly left: string;
  readonly right: string;
  readonly band: 'link' | 'review';
}

/** Two records that are of one person, by whoever knows. */
export type TruePair = Pick<WrittenPair, 'left' | 'right'>;

/** Shares are 0 to 1, and null where there is nothing to divide by. */
interface Quality {
  /** Of the pairs linked, those that are true. */
  readonly precision: number | null;
  /** Of the true pairs, those linked. */
  readonly recall: number | null;
  /** The harmonic mean of the two. */
  readonly f1: number | null;
}

/** How good the pairs are, links alone and with a reviewer who decides every pair in review rightly. */
export interface Score extends Quality {
  readonly truePairs: number;
  readonly links: number;
  readonly rightLinks: number;
  readonly review: number;
  readonly trueInReview: number;
  readonly withReview: Quality;
  /** Pairs in review against all pairs written. */
  readonly reviewRate: number | null;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function quality(right: number, linked: number, truth: number): Quality {
  return {
    precision: share(right, linked),
    recall: share(right, truth),
    f1: share(2 * right, linked + truth),
  };
}

/**
 * Whether left and right are told apart. An id found on both sides of one pair is that of two records in two files
 * which number theirs alike: there `1,2` and `2,1` are two pairs. Elsewhere a pair has no order.
 */
export function sidesMatter(pairs: readonly WrittenPair[]): boolean {
  return pairs.some(({ left, right }) => left === right);
}

/** Measures pairs against the truth; a pair said twice counts once, as a link if it is one. */
export function scorePairs(pairs: readonly WrittenPair[], truth: readonly TruePair[]): Score {
  const sided = sidesMatter(pairs);
  const keyOf = ({ left, right }: TruePair): string =>
    sided || left < right ? `${left}\0${right}` : `${right}\0${left}`;
  const known = new Set(truth.map(keyOf));
  const links = new Set(pairs.filter(({ band }) => band === 'link').map(keyOf));
  const review = new Set(pairs.map(keyOf).filter((key) => !links.has(key)));
  const trueAmong = (keys: ReadonlySet<string>): number => [...keys].filter((key) => known.has(key)).length;
  const rightLinks = trueAmong(links);
  const trueInReview = trueAmong(review);
  return {
    truePairs: known.size,
    links: links.size,
    rightLinks,
    ...quality(rightLinks, links.size, known.size),
    review: review.size,
    trueInReview,
    withReview: quality(rightLinks + trueInReview, links.size + trueInReview, known.size),
    reviewRate: share(review.size, links.size + review.size),
  };
}
