import { createHash } from 'node:crypto';
import { Conflict } from '../errors/hub-error.js';
import type { Query } from './query.js';

const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/**
 * Does something once for one actor and key: the same key again gives the first answer and has no second effect; with
 * another body it is a conflict. The answer kept holds ids and codes, so that it is a re-reading that shows a record.
 */
export async function once<Answer extends object>(
  query: Query,
  ask: { readonly schema: string; readonly actor: string; readonly key: string; readonly body: unknown },
  effect: () => Promise<Answer>,
): Promise<Answer> {
  const table = `"${ask.schema}".idempotency`;
  const hash = hashOf(ask.body);
  // Two at once with one key: the second waits here, then finds the first's answer.
  await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${ask.schema} ${ask.actor} ${ask.key}`]);
  const held = await query<{ body_hash: string; answer: Answer }>(
    `select body_hash, answer from ${table} where actor = $1 and key = $2`,
    [ask.actor, ask.key],
  );
  const first = held[0];
  if (first && first.body_hash !== hash)
    throw new Conflict('This idempotency key was used before, for something else.');
  if (first) return first.answer;
  const answer = await effect();
  await query(`insert into ${table} (actor, key, body_hash, answer) values ($1, $2, $3, $4)`, [
    ask.actor,
    ask.key,
    hash,
    JSON.stringify(answer),
  ]);
  return answer;
}
