import type { Writing } from '../../../platform/db/write-unit.js';

/** Claims, as the database alone can make them. */
export class ClaimRepository {
  /**
   * The child who is known by the number and was born that day, now related to the caller for eight hours, with the
   * alert raised; null for every reason why not, after the same work. The number is the keyed hash of `lookUpKey`.
   */
  async claim(writing: Writing, numberHash: string, born: string, reason: string): Promise<string | null> {
    const rows: { child: string | null }[] = await writing.query('select access.claim($1, $2, $3) child', [
      numberHash,
      born,
      reason,
    ]);
    return rows[0]?.child ?? null;
  }
}
