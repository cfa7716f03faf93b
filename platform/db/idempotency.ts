import { createHash } from 'node:crypto';
import { Conflict } from '../errors/hub-error.js';
import type { Query } from './query.js';

const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** Whose key it is, and of which domain. */
interface Keyed {
  readonly schema: string;
  readonly actor: string;
}

/**
 * Holds keys until the write ends, in an order that every write has: whoever holds rows waits for no key that another who
 * waits for those rows holds.
 */
export async function holdKeys(query: Query, { schema, actor }: Keyed, keys: readonly string[]): Promise<void> {
  await query(
    `select pg_advisory_xact_lock(h.key) from (
       select distinct hashtextextended($1 || k, 0) as key from unnest($2::text[]) k order by 1 offset 0) h`,
    [`${schema} ${actor} `, keys],
  );
}

/**
 * Does something once for one actor and key: the same key again gives the first answer and has no second effect; with
 * another body it is a conflict. The answer kept holds ids and codes, so that it is a re-reading that shows a record.
 */
export async function once<Answer extends object>(
  query: Query,
  ask: Keyed & { readonly key: string; readonly body: unknown },
  effect: () => Promise<Answer>,
): Promise<Answer> {
  const table = `"${ask.schema}".idempotency`;
  const hash = hashOf(ask.body);
  const first = async (): Promise<Answer | null> => {
    const [held] = await query<{ body_hash: string; answer: Answer }>(
      `select body_hash, answer from ${table} where actor = $1 and key = $2`,
      [ask.actor, ask.key],
    );
    if (held && held.body_hash !== hash)
      throw new Conflict('This idempotency key was used before, for something else.');
    return held?.answer ?? null;
  };
  // What was answered is answered again without waiting for anybody.
  const answered = await first();
  if (answered) return answered;
  // Two at once with one key: the second waits here, then finds the first's answer.
  await holdKeys(query, ask, [ask.key]);
  const meanwhile = await first();
  if (meanwhile) return meanwhile;
  const answer = await effect();
  await query(`insert into ${table} (actor, key, body_hash, answer) values ($1, $2, $3, $4)`, [
    ask.actor,
    ask.key,
    hash,
    JSON.stringify(answer),
  ]);
  return answer;
}
