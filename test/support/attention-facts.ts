import { expect } from '@jest/globals';
import type { TestHub } from './hub.js';
import { settle } from './settle.js';

/** A fact that needs attention, as the partnership keeps it. */
interface KeptAttention {
  readonly child: string;
  readonly kind: string;
  readonly facet: string | null;
  readonly fact: string;
  readonly from: string;
  readonly until: string | null;
}

const kept = `select child_id as child, kind, facet, fact, stands_from as "from", stands_until as until
  from partnership.attention_fact order by child_id, domain, fact_key`;

/** Everything that is kept, in one order. */
export async function keptAttention({ admin }: TestHub): Promise<KeptAttention[]> {
  return (await admin.query<KeptAttention>(kept)).rows;
}

/** Has the partnership make all of it from nothing, by what the domains say now. */
export async function attentionFromNothing(hub: TestHub): Promise<KeptAttention[]> {
  await hub.admin.query('delete from partnership.attention_fact');
  const feeds = (await hub.assembly.repetitions()).filter(({ consumer: { name } }) => name === 'attention-feed');
  expect(feeds).toHaveLength(1);
  for (const feed of feeds) await feed.rebuild(() => undefined);
  return keptAttention(hub);
}

/** Lets everything be heard, and answers what is kept: the same as is made from nothing. */
export async function settledAttention(hub: TestHub): Promise<KeptAttention[]> {
  await settle(hub);
  const before = await keptAttention(hub);
  expect(await attentionFromNothing(hub)).toEqual(before);
  return before;
}
