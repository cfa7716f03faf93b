/** A school as a read brings it back. */
export interface StoredSchool {
  readonly urn: string;
  /** This and what follows are null where the register we hold does not have the school. */
  readonly name: string | null;
  readonly phase: string | null;
  readonly type: string | null;
  readonly localAuthority: string | null;
}
