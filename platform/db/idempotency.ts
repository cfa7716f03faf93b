import { createHash } from 'node:crypto';
import { Conflict, Defect, HubError } from '../errors/hub-error.js';
import type { Query } from './query.js';

const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** Whose key it is, and of which domain. */
export interface Keyed {
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

/** What is to be done once: under which key, and what is asked by it. */
export interface Asked {
  readonly key: string;
  readonly body: unknown;
}

/** What is known of a key: nothing, an answer, or that it was used for something else. */
function knownOf<Answer>(held: Partial<Held<Answer>> | undefined, hash: string): Answer | Conflict | null {
  if (!held?.body_hash) return null;
  if (held.body_hash !== hash) return new Conflict('This idempotency key was used before, for something else.');
  return held.answer ?? null;
}

/**
 * Does things once, each for one actor and key of its own: the same key again gives the first answer and has no second
 * effect; with another body it is a conflict. `effect` is handed the places, in what was asked, of those that are not
 * answered yet, and answers each in its order; a failure among its answers is handed on, and not kept. The answer kept holds
 * ids and codes, so that it is a re-reading that shows a record.
 */
export async function onceEach<Answer extends object>(
  query: Query,
  whose: Keyed,
  asked: readonly Asked[],
  effect: (places: readonly number[]) => Promise<readonly (Answer | HubError)[]>,
): Promise<(Answer | HubError)[]> {
  const { schema, actor } = whose;
  const hashes = asked.map(({ body }) => hashOf(body));
  const keys = asked.map(({ key }) => key);
  // What was answered is answered again without waiting for anybody. Two at once with one key: the second waits here, then
  // finds the first's answer, which only a statement of its own can see.
  const looking = query<Partial<Held<Answer>>>(
    `select h.body_hash, h.answer, case when h.key is null then pg_advisory_xact_lock(hashtextextended(a.lock, 0))::text end
     from unnest($2::text[], $3::text[]) with ordinality a(key, lock, place)
     left join "${schema}".idempotency h on h.actor = $1 and h.key = a.key order by a.place`,
    [actor, keys, keys.map((key) => lockOf(whose, key))],
  );
  const lookingAgain = query<Held<Answer> & { readonly key: string }>(
    `select key, body_hash, answer from "${schema}".idempotency where actor = $1 and key = any ($2::text[])`,
    [actor, keys],
  );
  const [looked, again] = await Promise.all([looking, lookingAgain]);
  const since = new Map(again.map((held) => [held.key, held]));
  const known = asked.map(({ key }, at) =>
    knownOf(looked[at]?.body_hash ? looked[at] : since.get(key), hashes[at] ?? ''),
  );
  const places = known.flatMap((one, at) => (one === null ? [at] : []));
  const answers = places.length > 0 ? await effect(places) : [];
  const kept = places.filter((_, at) => !(answers[at] instanceof HubError));
  await keep(
    query,
    whose,
    kept.map((place) => [keys[place], hashes[place], answers[places.indexOf(place)]]),
  );
  return known.map((one, at) => one ?? answers[places.indexOf(at)] ?? new Defect('What was asked was not answered.'));
}

async function keep(query: Query, { schema, actor }: Keyed, kept: readonly (readonly unknown[])[]): Promise<void> {
  if (kept.length === 0) return;
  await query(
    `insert into "${schema}".idempotency (actor, key, body_hash, answer)
     select $1, k.key, k.hash, k.answer from unnest($2::text[], $3::text[], $4::jsonb[]) k(key, hash, answer)`,
    [actor, kept.map(([key]) => key), kept.map(([, hash]) => hash), kept.map(([, , answer]) => JSON.stringify(answer))],
  );
}

/** The same of one thing; a failure is thrown. */
export async function once<Answer extends object>(
  query: Query,
  whose: Keyed,
  asked: Asked,
  effect: () => Promise<Answer>,
): Promise<Answer> {
  const [answer] = await onceEach<Answer>(query, whose, [asked], async () => [await effect()]);
  if (answer instanceof HubError || !answer) throw answer ?? new Defect('What was asked was not answered.');
  return answer;
}
