import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { productRoot } from '../platform/config/product-root.js';
import { Defect } from '../platform/errors/hub-error.js';
import type { Asker, Page, Pair } from './callers.js';
import type { Ask, PartCounts } from './messages.js';
import type { PartProcess } from './part-process.js';

const read = (file: string): string => readFileSync(path.join(productRoot, file), 'utf8');

/** The holistic question, as clients send it. */
export const question = read('schema/operations/child-record.graphql');

/** The team around a school before its meeting: whom it is to discuss, with what four domains say of each. */
export const pageQuestion = read('bench/page-of-children.graphql');

export const askAbout = ({ childId, ...by }: Pair): Ask => ({
  by,
  variables: { id: childId },
  contains: `"child":{"id":"${childId}"`,
});

/** The last child of the page is looked for: a page cut short is a wrong answer. */
export const askForPage = ({ urn, children, ...by }: Page): Ask => ({
  by,
  variables: { urn },
  contains: `"child":{"id":"${children.at(-1) ?? ''}"`,
});

export type Token = (asker: Asker) => string;

/** Puts a question once; the answer's data. */
export async function ask(url: string, token: Token, query: string, { by, variables }: Ask): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token(by)}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: unknown; errors?: { message: string }[] };
  if (answer.status !== 200 || data === undefined) {
    throw new Defect(`${url} answered ${String(answer.status)}: ${errors?.[0]?.message ?? 'no reason given'}`);
  }
  return data;
}

interface Named {
  readonly name: string;
  readonly front: Pick<PartProcess, 'url'>;
}

interface Counted {
  readonly front: Pick<PartProcess, 'url' | 'counts'>;
  readonly behind: Pick<PartProcess, 'counts'> | null;
}

/** Throws where two variants answer one caller differently, naming the variant and nothing of the child. */
export async function compareAnswers(
  variants: readonly Named[],
  query: string,
  asks: readonly Ask[],
  token: Token,
): Promise<void> {
  const [first, ...others] = variants;
  if (!first) return;
  for (const each of asks) {
    const expected = await ask(first.front.url, token, query, each);
    for (const { name, front } of others) {
      const data = await ask(front.url, token, query, each);
      if (!isDeepStrictEqual(data, expected)) {
        throw new Defect(
          `${name} answers a ${each.by.persona} differently from ${first.name} at ${differing(expected, data)}.`,
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

/** What one request costs in calls and statements: asked one after the other, so that the counters are exact. */
export async function countOne(
  { front, behind }: Counted,
  query: string,
  asks: readonly Ask[],
  token: Token,
): Promise<PartCounts> {
  const total = async (): Promise<PartCounts> => {
    const [own, theirs] = await Promise.all([front.counts(), behind?.counts()]);
    return {
      transactions: own.transactions + (theirs?.transactions ?? 0),
      statements: own.statements + (theirs?.statements ?? 0),
      subgraphCalls: own.subgraphCalls,
    };
  };
  const before = await total();
  for (const each of asks) await ask(front.url, token, query, each);
  const after = await total();
  const each = (name: keyof PartCounts): number => (after[name] - before[name]) / asks.length;
  return {
    transactions: each('transactions'),
    statements: each('statements'),
    subgraphCalls: each('subgraphCalls'),
  };
}
