import './plain-dates.js';
import { Client } from 'pg';
import { Unavailable } from '../errors/hub-error.js';

/** A connection to the server a URL names; one sentence where it cannot be had. The caller ends it. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const missing = (error as { code?: string }).code === '3D000' || (error as { code?: string }).code === '28P01';
    const message = missing
      ? 'The database is not migrated, or its login is not the hub’s: run hub migrate.'
      : 'The database cannot be reached: check the address and login of DATABASE_URL.';
    throw new Unavailable(message, {}, { cause: error });
  }
}
