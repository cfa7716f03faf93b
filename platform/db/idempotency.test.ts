import { beforeEach, describe, expect, it } from '@jest/globals';
import { Conflict, NotFound } from '../errors/hub-error.js';
import { once, onceEach } from './idempotency.js';
import type { Query } from './query.js';

const whose = { schema: 'toys', actor: 'robin' };

/** A table of keys, and what was sent about it. */
let kept: Map<string, { body_hash: string; answer: unknown }>;
let sent: string[];
const query = ((text: string, values: readonly unknown[]) => {
  sent.push(text);
  const [, keys, hashes, answers] = values as [string, string[], string[], string[]];
  if (text.startsWith('insert')) {
    keys.forEach((key, at) => kept.set(key, { body_hash: hashes[at] ?? '', answer: JSON.parse(answers[at] ?? '') }));
    return Promise.resolve([]);
  }
  if (text.includes('pg_advisory_xact_lock'))
    return Promise.resolve(keys.map((key) => kept.get(key) ?? { body_hash: null, answer: null }));
  return Promise.resolve(keys.flatMap((key) => (kept.has(key) ? [{ key, ...kept.get(key) }] : [])));
}) as Query;

beforeEach(() => {
  kept = new Map();
  sent = [];
});

const asked = (...keys: readonly string[]) => keys.map((key) => ({ key, body: { of: key } }));
const numbered = (places: readonly number[]) => Promise.resolve(places.map((place) => ({ place })));

describe('things that are done once', () => {
  it('are done together, and answered as they were when they are asked again', async () => {
    expect(await onceEach(query, whose, asked('a', 'b'), numbered)).toEqual([{ place: 0 }, { place: 1 }]);
    const again = await onceEach(query, whose, asked('c', 'b', 'a'), numbered);
    expect(again).toEqual([{ place: 0 }, { place: 1 }, { place: 0 }]);
  });

  it('are no effect at all where each was answered before', async () => {
    await onceEach(query, whose, asked('a'), numbered);
    sent = [];
    expect(await onceEach(query, whose, asked('a'), () => Promise.reject(new Error('again')))).toEqual([{ place: 0 }]);
    expect(sent.some((text) => text.startsWith('insert'))).toBe(false);
  });

  it('are answered as whoever came first was, where that was answered while this waited for the key', async () => {
    await onceEach(query, whose, asked('a'), numbered);
    // What is looked at while the other is at work shows nothing of it yet; what is looked at after that does.
    const late = ((text: string, values: readonly unknown[]) =>
      text.includes('pg_advisory_xact_lock')
        ? Promise.resolve([{ body_hash: null, answer: null }])
        : query(text, values)) as Query;
    const again = () => Promise.reject(new Error('again'));
    expect(await onceEach(late, whose, asked('a'), again)).toEqual([{ place: 0 }]);
    const [refused] = await onceEach(late, whose, [{ key: 'a', body: 1 }], again);
    expect(refused).toBeInstanceOf(Conflict);
  });

  it('are a conflict, in its place, for a key that was used for something else', async () => {
    await onceEach(query, whose, asked('a'), numbered);
    const others = [
      { key: 'b', body: 1 },
      { key: 'a', body: 1 },
    ];
    const [done, refused] = await onceEach(query, whose, others, numbered);
    expect(done).toEqual({ place: 0 });
    expect(refused).toBeInstanceOf(Conflict);
    await expect(once(query, whose, { key: 'a', body: 1 }, () => Promise.resolve({}))).rejects.toBeInstanceOf(Conflict);
  });

  it('are not kept where they failed, so that the same may be asked again', async () => {
    const failing = () => Promise.resolve([new NotFound('No.'), { ok: true }]);
    const [failure, done] = await onceEach<object>(query, whose, asked('a', 'b'), failing);
    expect(failure).toBeInstanceOf(NotFound);
    expect(done).toEqual({ ok: true });
    expect([...kept.keys()]).toEqual(['b']);
    expect(await once(query, whose, { key: 'a', body: { of: 'a' } }, () => Promise.resolve({ now: true }))).toEqual({
      now: true,
    });
  });

  it('take as many statements for two hundred as for one', async () => {
    await onceEach(query, whose, asked('a'), numbered);
    const ofOne = sent.length;
    sent = [];
    await onceEach(query, whose, asked(...Array.from({ length: 200 }, (_, at) => `key ${String(at)}`)), numbered);
    expect(sent).toHaveLength(ofOne);
  });
});
