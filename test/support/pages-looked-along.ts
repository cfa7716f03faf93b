import type { Client } from 'pg';

/**
 * Has a page of a domain's list be looked for along the list, so many places at a time, where the caller is related to more
 * children than so many, so that a test needs no thousands of them. What is changed is what the database says of the
 * function: a bound that stands elsewhere fails.
 */
export async function lookAlongFrom(admin: Client, few: number, many: number): Promise<void> {
  const { rows } = await admin.query<{ text: string }>(`select pg_get_functiondef('access.page_of'::regproc) as text`);
  const text = rows[0]?.text ?? '';
  const [fewer, together] = [/few constant int := \d+;/, /many int := greatest\(most, \d+\);/];
  if (!fewer.test(text) || !together.test(text)) throw new TypeError('access.page_of has no such bound.');
  await admin.query(
    text
      .replace(fewer, `few constant int := ${String(few)};`)
      .replace(together, `many int := greatest(most, ${String(many)});`),
  );
}
