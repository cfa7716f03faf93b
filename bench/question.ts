import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { productRoot } from '../platform/config/product-root.js';
import { Defect } from '../platform/errors/hub-error.js';
import type { Pair } from './callers.js';
import type { PartCounts } from './messages.js';
import type { Variant } from './variants.js';

/** The holistic question, as clients send it. */
export const question = readFileSync(path.join(productRoot, 'schema/operations/child-record.graphql'), 'utf8');

export type Token = (pair: Pair) => string;

/** Puts the question once; the answer's data. */
export async function ask(url: string, token: string, childId: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: question, variables: { id: childId } }),
  });
  const { data, errors } = (await answer.json()) as { data?: unknown; errors?: { message: string }[] };
  if (answer.status !== 200 || data === undefined) {
    throw new Defect(`${url} answered ${String(answer.status)}: ${errors?.[0]?.message ?? 'no reason given'}`);
  }
  return data;
}

/** Throws where two variants answer one caller differently, naming the variant and nothing of the child. */
export async function compareAnswers(
  variants: readonly Variant[],
  pairs: readonly Pair[],
  token: Token,
): Promise<void> {
  const [first, ...others] = variants;
  if (!first) return;
  for (const pair of pairs) {
    const expected = await ask(first.front.url, token(pair), pair.childId);
    for (const { name, front } of others) {
      const data = await ask(front.url, token(pair), pair.childId);
      if (!isDeepStrictEqual(data, expected)) {
        throw new Defect(
          `${name} answers a ${pair.persona} differently from ${first.name} at ${differing(expected, data)}.`,
        );
      }
    }
  }
}

/** Where two answers first differ, as a path of field names. */
export function differing(a: unknown, b: unknown): string {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return '';
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  const [key] = [...keys].filter(
    (name) => !isDeepStrictEqual((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]),
  );
  if (key === undefined) return '';
  return `.${key}${differing((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])}`;
}

/** What one request costs in calls and statements, and how long it takes when nothing else is asked. */
export interface PerRequest extends PartCounts {
  readonly aloneMs: number;
}

/** Asks one after the other, so that the counters are exact. */
export async function countOne({ front, behind }: Variant, pairs: readonly Pair[], token: Token): Promise<PerRequest> {
  const total = async (): Promise<PartCounts> => {
    const [own, theirs] = await Promise.all([front.counts(), behind?.counts()]);
    return {
      transactions: own.transactions + (theirs?.transactions ?? 0),
      statements: own.statements + (theirs?.statements ?? 0),
      subgraphCalls: own.subgraphCalls,
    };
  };
  const tokens = pairs.map(token);
  const before = await total();
  const took: number[] = [];
  for (const [at, { childId }] of pairs.entries()) {
    const began = performance.now();
    await ask(front.url, tokens[at] ?? '', childId);
    took.push(performance.now() - began);
  }
  const after = await total();
  const each = (name: keyof PartCounts): number => (after[name] - before[name]) / pairs.length;
  return {
    transactions: each('transactions'),
    statements: each('statements'),
    subgraphCalls: each('subgraphCalls'),
    aloneMs: took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0,
  };
}
