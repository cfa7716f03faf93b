/** A school as the establishment register has it. */
export interface SchoolFact {
  readonly kind: 'school';
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  readonly phase: string | null;
  /** In the register's words: Open, Closed, … */
  readonly status: string;
  readonly localAuthorityCode: string;
  readonly localAuthorityName: string;
  /** Within its local authority, four digits. */
  readonly establishmentNumber: string | null;
  readonly openedOn: string | null;
  /** First day it was no longer open. */
  readonly closedOn: string | null;
  /** Years of age. */
  readonly lowestAge: number | null;
  readonly highestAge: number | null;
  readonly postcode: string | null;
}
