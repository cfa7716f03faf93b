import { createHash } from 'node:crypto';
import { Conflict } from '../errors/hub-error.js';
import type { Query } from './query.js';

const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** Whose key it is, and of which domain. */
interface Keyed {
  readonly schema: string;
  readonly actor: string;
}

/** What was answered to a key, and to which body. */
interface Held<Answer> {
  readonly body_hash: string;
  readonly answer: Answer;
}

const lockOf = ({ schema, actor }: Keyed, key: string): string => `${schema} ${actor} ${key}`;

/**
 * Holds keys until the write ends, in an order that every write has: whoever holds rows waits for no key that another who
 * waits for those rows holds.
 */
export async function holdKeys(query: Query, whose: Keyed, keys: readonly string[]): Promise<void> {
  await query(
    `select pg_advisory_xact_lock(h.key) from (
       select distinct hashtextextended(k, 0) as key from unnest($1::text[]) k order by 1 offset 0) h`,
    [keys.map((key) => lockOf(whose, key))],
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
  const answerOf = (held: Held<Answer> | undefined): Answer | null => {
    if (held && held.body_hash !== hash)
      throw new Conflict('This idempotency key was used before, for something else.');
    return held?.answer ?? null;
  };
  // What was answered is answered again without waiting for anybody. Two at once with one key: the second waits here, then
  // finds the first's answer.
  const [looked] = await query<Partial<Held<Answer>>>(
    `select h.body_hash, h.answer, case when h.key is null then pg_advisory_xact_lock(hashtextextended($3, 0))::text end
     from (values (1)) one(row) left join ${table} h on h.actor = $1 and h.key = $2`,
    [ask.actor, ask.key, lockOf(ask, ask.key)],
  );
  const answered = looked?.body_hash ? answerOf(looked as Held<Answer>) : null;
  if (answered) return answered;
  const [since] = await query<Held<Answer>>(`select body_hash, answer from ${table} where actor = $1 and key = $2`, [
    ask.actor,
    ask.key,
  ]);
  const meanwhile = answerOf(since);
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
