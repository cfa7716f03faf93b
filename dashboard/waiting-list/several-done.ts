/** A wait that is ticked: which and whose, as it was seen, and how the person who ticks it knows it. */
export interface Ticked {
  readonly id: string;
  /** The child’s id; null where the child was not shown. */
  readonly child: string | null;
  readonly version: number;
  readonly title: string;
}

/** What came of one of them, in a sentence. */
export interface Outcome {
  readonly ticked: Ticked;
  readonly done: boolean;
  readonly words: string;
}

/**
 * What came of the last form of several waits, kept in the session until the next one: so that it is at an address that says
 * nothing of a child, can be looked at again without being sent again, and can be had as a file.
 */
export interface SeveralDone {
  readonly id: string;
  readonly outcomes: readonly Outcome[];
}
