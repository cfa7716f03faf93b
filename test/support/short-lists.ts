import type { Client } from 'pg';

/**
 * Has one opening list no more than so many children from the caller's relationships, so that a test needs no thousands of
 * them. What is read is what the database says of the function: a bound that stands elsewhere, or says another number, fails.
 */
export async function listAtMost(admin: Client, most: number): Promise<void> {
  const { rows } = await admin.query<{ text: string }>(
    `select pg_get_functiondef('access.children_of'::regproc) as text`,
  );
  const text = rows[0]?.text ?? '';
  const bound = /(?<before>least\(.*, )\d+\);/;
  if (!bound.test(text)) throw new TypeError('access.children_of has no such bound.');
  await admin.query(text.replace(bound, `$<before>${String(most)});`));
}
