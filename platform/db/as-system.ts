import type { DataSource, EntityManager } from 'typeorm';
import type { Voucher } from '../auth/minter.js';

/**
 * A transaction in which the database knows which system speaks, opened for no child: for what a system keeps about its
 * own work. Row-level security refuses the same statements without it.
 */
export function asSystem<T>(
  source: DataSource,
  { claims, tag }: Voucher,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return source.transaction(async (manager) => {
    await manager.query(`select access.open($1, $2, '[]')`, [claims, tag]);
    return work(manager);
  });
}
