import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { QueryRunner } from 'typeorm';

/** Sends one statement in a transaction that stands open, and answers its rows, whatever kind of statement it was. */
export type Query = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** How one runner is asked. TypeORM by itself answers a changing statement with its rows and their number. */
export const queryOn =
  (runner: QueryRunner): Query =>
  async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const { records } = await runner.query(text, [...values], true);
    return records as Row[];
  };

/**
 * How a connection is asked. What is asked is sent before this returns: whoever has looked whether it may be sent can be sure
 * that nothing came in between.
 */
export const sentOn =
  (client: Pick<Client, 'query'>): Query =>
  async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const { rows } = await client.query({ text, values: [...values] });
    return rows as Row[];
  };

/** Texts are the code's own, but some are put together: after so many no further is kept by every connection. */
const mostNamed = 500;
const named = new Map<string, string>();

function nameOf(text: string): string | undefined {
  const known = named.get(text);
  if (known !== undefined || named.size >= mostNamed) return known;
  const name = `write_${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  named.set(text, name);
  return name;
}

/**
 * The same for statements that are sent again and again about a few rows: each is named, so that a connection reads and plans
 * it once. Not for batches, whose plans follow from how much they are about.
 */
export const plannedOn =
  (client: Pick<Client, 'query'>): Query =>
  async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> => {
    const name = nameOf(text);
    const { rows } = await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
    return rows as Row[];
  };
