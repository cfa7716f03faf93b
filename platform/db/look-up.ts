import type { QueryResult } from 'pg';
import type { Voucher } from '../auth/minter.js';
import type { Domain } from '../vocabulary/domain.js';
import { databaseFailure } from './failure.js';
import { inOnePiece } from './lines.js';
import { openStatement } from './open-statement.js';
import type { Read } from './unit-of-work.js';
import type { UnitOptions } from './unit-options.js';

/**
 * Looks up in a domain what is of no child and no secret to whoever is signed in: a keyed hash, the name of a body. The
 * database knows who speaks and has opened nobody: no row of a child's is there to be read, and nothing can be written.
 * Nothing is audited.
 */
export type LookUp = <Row>(read: Read<Row>) => Promise<readonly Row[]>;

/** Look-ups of one request in one domain, each a transaction of its own, sent in one write. */
export function lookUpIn(domain: Domain, voucher: Voucher, { lines, roleOf, metrics }: UnitOptions): LookUp {
  return async <Row>({ name, text, values, parse }: Read<Row>): Promise<readonly Row[]> => {
    try {
      const client = await lines.next();
      const role = roleOf(domain);
      const answers = inOnePiece(client, (): Promise<QueryResult>[] => [
        client.query('begin'),
        client.query(openStatement(voucher, [])),
        client.query('set transaction read only'),
        ...(role === null ? [] : [client.query(`set local role "${role}"`)]),
        client.query({ name, text, values: [...values] }),
        client.query('commit'),
      ]);
      metrics.transactions.inc({ act: 'read' });
      const settled = await Promise.allSettled(answers);
      const failed = settled.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      const rows: unknown[] = (await answers.at(-2))?.rows ?? [];
      return parse ? rows.map(parse) : (rows as Row[]);
    } catch (error) {
      throw databaseFailure(error);
    }
  };
}
