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
