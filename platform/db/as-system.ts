import type { DataSource, EntityManager } from 'typeorm';
import type { Voucher } from '../auth/minter.js';
import { openStatement } from './open-statement.js';

/**
 * A transaction in which the database knows which system speaks, opened for no child: for what a system keeps about its
 * own work. Row-level security refuses the same statements without it.
 */
export function asSystem<T>(
  source: DataSource,
  voucher: Voucher,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return source.transaction(async (manager) => {
    const { text, values } = openStatement(voucher, []);
    await manager.query(text, values);
    return work(manager);
  });
}
