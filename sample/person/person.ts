/** Who a child is before anyone has written it down, in either sample. */
export interface Person {
  readonly given: string;
  readonly family: string;
  /** Blank where there was never another. */
  readonly formerFamily: string;
  /** The expected date where the child is not yet born. */
  readonly dateOfBirth: string;
  readonly sex: 'F' | 'M';
}
