import type { LookUp } from '../../../platform/db/look-up.js';

const read = { name: 'partnership_keyed_hash', text: 'select partnership.keyed_hash($1) hash' };

/** What an identifier, or a name, is looked up and audited by: the key stays in the database. */
export async function keyedHash(lookUp: LookUp, value: string): Promise<string> {
  const [found] = await lookUp<{ hash: string }>({ ...read, values: [value] });
  return found?.hash ?? '';
}
