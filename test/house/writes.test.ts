import { describe, expect, it } from '@jest/globals';
import { type ProductFile, productFiles } from './product-files.js';
import { writeFaults } from './write-faults.js';

/**
 * Files of the platform that name a connection: none of them is handed to a subgraph, which may import no more of the
 * platform's database than `.dependency-cruiser.cjs` lists (`domains-ask-by-their-units`).
 */
const connected: Readonly<Record<string, string>> = {
  'platform/db/write-unit.ts': 'makes the one Writing, and keeps its connection to itself',
  'platform/db/query.ts': 'what a Writing and a system’s own transaction are asked by',
  'platform/db/as-system.ts':
    'what a system keeps about its own work, of no child: row-level security holds it to that',
  'platform/events/position.repository.ts': 'how far a consumer has heard, of no child, as the system that hears',
  'platform/events/said.repository.ts': 'what owners said before, of no child, as the system that hears',
  'platform/events/outbox.repository.ts': 'forgets events after their time, by a function that can do nothing else',
  'platform/events/behind.repository.ts':
    'reads which feeds are behind, by a function that changes nothing: of no child',
  'platform/events/refresher.ts': 'makes the write units of consumers, by the key of each',
  'platform/ingest/reject.repository.ts':
    'what a file could not give, without a value of a record, as the ingest system',
  'platform/db/source-facts.repository.ts': 'reads how late sources are: facts of no child',
  'platform/db/refusal.repository.ts': 'adds to the audit who was refused by scope, by a function that does just this',
  'platform/db/told-day.repository.ts': 'reads the day the database stands at',
  'platform/db/run-migrations.ts': 'migrates, under the administering login, before anything serves',
  'platform/db/sql-migration.ts': 'migrates',
  'platform/subgraph/subgraph.ts': 'puts a subgraph together: it hands out write units, never what they stand on',
};

/** What the database's functions do that may change something: they are not said to be stable. */
function changingFunctions(): string[] {
  return productFiles('.sql')
    .filter(({ path }) => path.includes('/functions/'))
    .filter(
      ({ text }) => !/\b(stable|immutable)\b/.test(text.slice(text.indexOf('create or replace'), text.indexOf('$$'))),
    )
    .map(({ path }) => path.replace(/^.*\/(.*)\.sql$/, '$1'));
}

const isTest = (path: string): boolean => /\.test(-support)?\.ts$/.test(path);
const sample = (text: string): ProductFile => ({ path: 'subgraphs/health/a/a.repository.ts', text });
const insert = "'insert into health.a values ($1)'";

describe('a write without a permit', () => {
  it.each([
    ['by a connection', 'export const keep = (manager: EntityManager) => manager.save([]);'],
    ['by a source of connections', 'export class A { constructor(private readonly source: DataSource) {} }'],
    ['by a runner', 'export type Runs = (on: QueryRunner) => void;'],
    ['by a text beside its use', `export class A { keep(unit: UnitOfWork) { return unit.read(${insert}); } }`],
    ['by a text of the file', `const text = ${insert};\nexport const keep = (unit: UnitOfWork) => unit.read(text);`],
    [
      'by a text in a text',
      `const gone = 'delete from health.a';\nconst text = \`with g as (\${gone}) select\`;\nexport const keep = (unit: UnitOfWork) => unit.read(text);`,
    ],
    [
      'by a text for another file',
      `export const text = ${insert};\nexport const keep = (w: Writing) => w.query(text);`,
    ],
    ['by a text made from columns', 'export const keep = (unit: UnitOfWork) => unit.read(columns.insertion);'],
    ['of a table named at last', 'export const set = (table: string) => `update health.${table} t set a = 1`;'],
    ['by opening by hand', "export const open = (ask: Ask) => ask('select access.open($1)');"],
    ['by a function that changes', "export const tell = (ask: Ask) => ask('select access.emit($1)');"],
  ])('is refused %s', (_how, text) => {
    expect(writeFaults(sample(text), changingFunctions())).not.toEqual([]);
  });

  it.each([
    ['by what a function is handed', `export const keep = (writing: Writing) => writing.query(${insert});`],
    [
      'by what a class is handed',
      `export class A { constructor(private readonly writing: Writing) {} keep() { return this.writing.query(${insert}); } }`,
    ],
    [
      'by a text of the file',
      `const text = ${insert};\nexport const keep = (writing: Writing) => writing.query(text);`,
    ],
    ['where nothing is changed', "export const text = 'select updated from health.a where a = $1';"],
  ])('is none %s', (_how, text) => {
    expect(writeFaults(sample(text), changingFunctions())).toEqual([]);
  });

  it('is nowhere in a subgraph', () => {
    const files = productFiles('.ts').filter(({ path }) => path.startsWith('subgraphs/') && !isTest(path));
    expect(files.length).toBeGreaterThan(250);
    expect(files.flatMap((file) => writeFaults(file, changingFunctions()))).toEqual([]);
  });

  it('can be made by these files of the platform alone', () => {
    const naming = productFiles('.ts')
      .filter(({ path }) => path.startsWith('platform/') && !isTest(path))
      .filter(({ text }) => /\b(EntityManager|DataSource|QueryRunner)\b/.test(text));
    expect(naming.map(({ path }) => path).sort()).toEqual(Object.keys(connected).sort());
  });
});
