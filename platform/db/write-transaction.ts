import type { Client } from 'pg';
import type { Caller } from '../auth/door.js';
import type { HubError } from '../errors/hub-error.js';
import { databaseFailure } from './failure.js';

/** A transaction that stands open. */
export interface Transaction {
  readonly client: Pick<Client, 'query'>;
  /** What work begins with, and what is undone leads back to. */
  readonly savepoint: string;
}

/** A person's statements are planned once, for any values. */
export const savepointOf = ({ operations }: Caller): string =>
  `${operations === null ? 'set local plan_cache_mode = force_generic_plan; ' : ''}savepoint work`;

/** What came of the work: where it failed, the unit is committed all the same, for the asking stays written down. */
export type Attempt<T> = { readonly done: T } | { readonly failure: HubError };

/** Ends the transaction: what was done stays, and where nothing was, the asking does. */
export async function commit<T>({ client }: Transaction, attempted: Attempt<T>): Promise<Attempt<T>> {
  if ('failure' in attempted) {
    await client.query('commit');
    return attempted;
  }
  try {
    // Fails if anything was aborted and swallowed: COMMIT alone would answer ROLLBACK in silence.
    await client.query('release savepoint work; commit');
    return attempted;
  } catch (error) {
    // Where it is the commit that failed, there is nothing left to undo: this fails too.
    await client.query('rollback to savepoint work; commit');
    return { failure: databaseFailure(error) };
  }
}
