import './plain-dates.js';
import { Client } from 'pg';
import { Unavailable } from '../errors/hub-error.js';
import { mayPass, type Patience, patiently } from './patiently.js';

/** Why a connection cannot be had, in words an operator can act on. */
const reasons: Readonly<Record<string, string>> = {
  '3D000': 'is not migrated: run hub migrate',
  '28P01': 'does not know the login: check it, or run hub migrate',
  '28000': 'does not take the login from here: check its pg_hba.conf',
  '57P03': 'is still starting, or is stopping: see its log, and try again',
  '53300': 'takes no more connections: end what holds them, or raise its max_connections',
  ECONNREFUSED: 'cannot be reached, for nothing listens there: check the address, in DATABASE_URL where you set it',
  ENOTFOUND: 'cannot be reached, for its host is not known: check the address, in DATABASE_URL where you set it',
};

const noAnswer = 'did not answer in time, though it was tried again: the computer, or the way to it, is too busy';

function unavailable(whose: string, error: unknown): Unavailable {
  const code = (error as { readonly code?: string }).code ?? '';
  const reason = reasons[code] ?? (mayPass(error) ? noAnswer : `cannot be reached${code && ` (${code})`}: see its log`);
  return new Unavailable(`${whose} ${reason}.`, {}, { cause: error });
}

/**
 * A connection to the server a URL names, asked for patiently; where it cannot be had, one sentence that says the
 * true reason of `whose`. The caller ends it.
 */
export async function connect(url: string, whose = 'The database', patience?: Patience): Promise<Client> {
  try {
    return await patiently(async (withinMs) => {
      const client = new Client({ connectionString: url, connectionTimeoutMillis: withinMs });
      try {
        await client.connect();
        return client;
      } catch (error) {
        // What is left of a connection that was not made in time.
        void client.end().catch(() => undefined);
        throw error;
      }
    }, patience);
  } catch (error) {
    throw unavailable(whose, error);
  }
}
