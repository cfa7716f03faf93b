/** Who a child is, as a read brings it back. */
export interface StoredChild {
  /** The id that was asked for. */
  readonly childId: string;
  readonly given: string | null;
  readonly family: string | null;
  readonly preferred: string | null;
  readonly previousFamily: readonly string[];
  readonly dateOfBirth: string | null;
  readonly sex: string;
  readonly identifiers: readonly { readonly type: string; readonly value: string; readonly verified: boolean }[];
}
