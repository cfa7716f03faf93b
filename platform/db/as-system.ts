import type { DataSource } from 'typeorm';
import type { Voucher } from '../auth/minter.js';
import { openStatement } from './open-statement.js';
import { type Query, queryOn } from './query.js';

/**
 * A transaction in which the database knows which system speaks, opened for no child: for what a system keeps about its
 * own work. Row-level security refuses the same statements without it.
 */
export function asSystem<T>(source: DataSource, voucher: Voucher, work: (query: Query) => Promise<T>): Promise<T> {
  return source.transaction(async ({ queryRunner }) => {
    if (!queryRunner) throw new Error('a transaction has no runner');
    const query = queryOn(queryRunner);
    const { text, values } = openStatement(voucher, []);
    await query(text, values);
    return work(query);
  });
}
