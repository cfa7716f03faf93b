import type { EntityManager } from 'typeorm';

/** Claims, as the database alone can make them. */
export class ClaimRepository {
  /**
   * The child who is known by the number and was born that day, now related to the caller for eight hours, with the
   * alert raised; null for every reason why not, after the same work. The number is the keyed hash of `lookUpKey`.
   */
  async claim(manager: EntityManager, numberHash: string, born: string, reason: string): Promise<string | null> {
    const rows: { child: string | null }[] = await manager.query('select access.claim($1, $2, $3) child', [
      numberHash,
      born,
      reason,
    ]);
    return rows[0]?.child ?? null;
  }
}
