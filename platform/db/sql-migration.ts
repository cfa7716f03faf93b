import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrationFiles } from './migration-file.js';
import { withWords } from './sql-words.js';

/**
 * The hand-written SQL of one folder as TypeORM migrations. Each runs as the schema's owner with row_security off, so
 * that a filtered statement fails rather than silently touching nothing.
 */
export function sqlMigrations(
  folder: string,
  owner: string,
  words: Readonly<Record<string, string>>,
): (new () => MigrationInterface)[] {
  return migrationFiles(folder).map(({ name, text }) => {
    return class implements MigrationInterface {
      readonly name = name;
      async up(runner: QueryRunner): Promise<void> {
        await runner.query(`set local role "${owner}"; set local row_security = off`);
        await runner.query(withWords(text, words));
        await runner.query('reset role');
      }
      down(): Promise<void> {
        return Promise.reject(new Error('Migrations go one way: what is to be undone is undone by a new one.'));
      }
    };
  });
}
