import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** TypeORM orders migrations by the thirteen digits at the end of their names. */
const epoch = 1_700_000_000_000;

/**
 * The hand-written SQL of one folder (`0001-word.up.sql`, `0001-word.down.sql`) as TypeORM migrations. Each runs as
 * the schema's owner with row_security off, so that a filtered statement fails rather than silently touching nothing.
 */
export function sqlMigrations(
  folder: string,
  owner: string,
  words: Readonly<Record<string, string>>,
): (new () => MigrationInterface)[] {
  const run = async (runner: QueryRunner, name: string): Promise<void> => {
    const sql = readFileSync(path.join(folder, name), 'utf8').replace(/\{\{(\w+)\}\}/g, (_all, word: string) => {
      const value = words[word];
      if (value === undefined) throw new TypeError(`no such word in a migration: ${word}`);
      return value;
    });
    // Bodies are not planned at creation: planning one over a secured table would count as reading it.
    await runner.query(
      `set local role "${owner}"; set local row_security = off; set local check_function_bodies = off;`,
    );
    await runner.query(sql);
    await runner.query('reset role');
  };
  return readdirSync(folder)
    .filter((name) => name.endsWith('.up.sql'))
    .sort()
    .map((up) => {
      const stem = up.replace('.up.sql', '');
      return class implements MigrationInterface {
        readonly name = `${stem.replaceAll('-', '_')}${String(epoch + Number.parseInt(stem, 10))}`;
        readonly up = (runner: QueryRunner): Promise<void> => run(runner, up);
        readonly down = (runner: QueryRunner): Promise<void> => run(runner, `${stem}.down.sql`);
      };
    });
}
