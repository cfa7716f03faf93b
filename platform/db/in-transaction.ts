import type { Client } from 'pg';

/** Does all of `work`, as one role if one is named, or nothing of it. */
export async function inTransaction<T>(admin: Client, role: string | null, work: () => Promise<T>): Promise<T> {
  await admin.query(role === null ? 'begin' : `begin; set local role "${role}"`);
  try {
    const done = await work();
    await admin.query('commit');
    return done;
  } catch (error) {
    await admin.query('rollback');
    throw error;
  }
}
