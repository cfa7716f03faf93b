/** A decision about whose a record is: of which review, when, and what, with no name. */
export interface Decided {
  readonly reviewId: string;
  readonly at: string;
  readonly words: string;
}

/** So many are remembered of one session. */
export const mostDecided = 25;
