/** Names a part of a record under its published rule, with a reason that holds no value. */
type Name = (rule: string, reason: string) => void;

/** What a reader of a child's cases names on the way. */
export interface Notes {
  /** A part that is left out, or taken otherwise than it stands, with nothing of the year lost by it. */
  readonly note: Name;
  /** A case or plan of the year that cannot be read: the return does not say all it could of the child. */
  readonly lose: Name;
}
