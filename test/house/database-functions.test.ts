import { describe, expect, it } from '@jest/globals';
import { productFiles, type ProductFile } from './product-files.js';

/** The product's own SQL. What a test keeps of the past, to compare with, is in no database but the test's. */
const productSql = (): ProductFile[] => productFiles('.sql').filter(({ path }) => !path.startsWith('test/support/'));

const makesFunction = /\bcreate\s+(?:or\s+replace\s+)?(?:function|procedure)\s+([\w.]+)/gi;
const namesOf = ({ text }: ProductFile): string[] => [...text.matchAll(makesFunction)].map(([, name]) => name ?? '');

/** What is wrong with a file of SQL, in a sentence each. */
function faults(file: ProductFile): string[] {
  if (!file.path.includes('/functions/'))
    return namesOf(file).map((name) => `${file.path} makes ${name}, which belongs in a file of its own.`);
  const name = file.path.replace(/^.*\/(.*)\.sql$/, '$1');
  const found: string[] = [];
  if (namesOf(file).join() !== name) found.push(`${file.path} does not make ${name} alone.`);
  if (!/^(-- owner: \S+\n)?-- [^]*?\ncreate or replace function /.test(file.text))
    found.push(`${file.path} does not say first what it is for.`);
  const [, after = ''] = file.text.split(/\$\$;\n/);
  const others = after
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(`grant execute on function ${name}(`));
  if (others.length > 0 || !file.text.includes('$$;\n'))
    found.push(`${file.path} holds more than the function and its grants.`);
  return found;
}

const sample = (path: string, text: string): ProductFile => ({ path, text });
const fine = '-- Answers.\ncreate or replace function access.one() returns int language sql as $$ select 1 $$;\n';

describe('a database function', () => {
  it.each([
    ['in a migration', 'platform/access/migrations/0001-a.up.sql', fine],
    ['in a migration, in capitals', 'platform/access/migrations/0001-a.up.sql', 'CREATE FUNCTION a.b() …'],
    ['under another name', 'platform/access/functions/access.two.sql', fine],
    ['beside another', 'platform/access/functions/access.one.sql', fine + fine.replace('one', 'two')],
    ['without a word of what it is for', 'platform/access/functions/access.one.sql', fine.replace('-- Answers.\n', '')],
    ['with a table', 'platform/access/functions/access.one.sql', `${fine}create table access.t (n int);\n`],
    [
      'with another’s grant',
      'platform/access/functions/access.one.sql',
      `${fine}grant execute on function a.b() to c;\n`,
    ],
  ])('is refused %s', (_where, path, text) => {
    expect(faults(sample(path, text))).not.toEqual([]);
  });

  it('stands in a file of its own, named for it, with what it is for and who may execute it', () => {
    expect(faults(sample('platform/access/functions/access.one.sql', fine))).toEqual([]);
    const files = productSql();
    expect(files.filter(({ path }) => path.includes('/functions/')).length).toBeGreaterThan(50);
    expect(files.flatMap(faults)).toEqual([]);
  });

  it('is not among files that nobody runs', () => {
    const run = /^(platform\/access|subgraphs\/[\w-]+)\/(migrations\/\d{4}-[\w-]+\.up\.sql|functions\/\w+\.\w+\.sql)$/;
    expect(productSql().filter(({ path }) => !run.test(path))).toEqual([]);
  });
});
