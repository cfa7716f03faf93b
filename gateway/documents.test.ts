import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { Documents, type DocumentRules } from './documents.js';
import { defaultLimits } from './limits.js';

const schema = buildSchema('type Query { child(id: ID): Child name: String } type Child { name: String child: Child }');

const documents = (over: Partial<DocumentRules> = {}): Documents =>
  new Documents(schema, { limits: defaultLimits, safelist: null, production: false, ...over });

const find = (query: string, over?: Partial<DocumentRules>) => documents(over).find({ query, variables: {} });

const nested = (depth: number): string => (depth === 1 ? 'name' : `child { ${nested(depth - 1)} }`);
const times = (count: number, of: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at)).join(' ');

describe('limits', () => {
  it.each([
    ['12 levels', `{ ${nested(12)} }`],
    ['15 aliases', `{ child { ${times(15, (at) => `a${String(at)}: name`)} } }`],
    ['10 fields at the top', `{ ${times(10, () => 'name')} }`],
    ['20 directives', `{ child { ${times(20, () => 'name @include(if: true)')} } }`],
  ])('answer %s', (_, query) => {
    expect(find(query).operation.operation).toBe('query');
  });

  it.each([
    ['13 levels', `{ ${nested(13)} }`, 'levels deep'],
    ['13 levels through a fragment', `{ child { ...F } } fragment F on Child { ${nested(12)} }`, 'levels deep'],
    ['16 aliases', `{ child { ${times(16, (at) => `a${String(at)}: name`)} } }`, 'aliases'],
    ['16 aliases of __typename', `{ child { ${times(16, (at) => `a${String(at)}: __typename`)} } }`, 'aliases'],
    ['11 fields at the top', `{ ${times(11, () => 'name')} }`, 'fields at the top'],
    ['11 fields at the top of fragments', `{ ...F } fragment F on Query { ${times(11, () => 'name')} }`, 'at the top'],
    ['21 directives', `{ child { ${times(21, () => 'name @include(if: true)')} } }`, 'directives'],
    ['21 directives on fragments', `{ child { ${times(21, () => '... @include(if: true) { name }')} } }`, 'directives'],
    ['2001 tokens', `{ ${times(2000, () => 'name')} }`, 'token'],
    ['an unused fragment beyond tokens', `{ name } fragment F on Query { ${times(2000, () => 'name')} }`, 'token'],
  ])('refuse %s [S19]', (_, query, word) => {
    expect(() => find(query)).toThrow(word);
  });

  it('refuse a bomb of fragments within fragments without walking it [S19]', () => {
    const spread = (at: number): string => Array.from({ length: 30 }, () => `...F${String(at + 1)}`).join(' ');
    const fragments = times(20, (at) => `fragment F${String(at)} on Child { ${spread(at)} }`);
    expect(() => find(`{ child { ...F0 } } ${fragments} fragment F20 on Child { name }`)).toThrow('1000 fields');
  });

  it('refuse a fragment that contains itself', () => {
    expect(() => find('{ child { ...A } } fragment A on Child { ...B } fragment B on Child { ...A }')).toThrow(
      'itself',
    );
  });
});

describe('a document', () => {
  it.each([
    ['that cannot be parsed', '{ child'],
    ['that asks for a field there is not', '{ nam }'],
    ['with two operations and no name', 'query A { name } query B { name }'],
    ['that asks about the schema and about a child', '{ __schema { queryType { name } } child { name } }'],
  ])('is refused %s', (_, query) => {
    expect(() => find(query)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('is refused without a hint of what was meant [S18]', () => {
    expect(() => find('{ nam }')).toThrow(/^Cannot query field "nam" on type "Query"\.$/);
  });

  it('is prepared once', () => {
    const kept = documents();
    expect(kept.find({ query: '{ name }', variables: {} })).toBe(kept.find({ query: '{ name }', variables: {} }));
  });
});

describe('the safelist', () => {
  const listed = 'query Name {\n  name\n}\n';
  const hash = createHash('sha256').update(listed).digest('hex');
  const safelist = new Map([[hash, listed]]);
  const production = { safelist, production: true };

  it.each([
    ['its text', { query: listed }],
    ['its text, printed otherwise', { query: 'query Name { name }' }],
    ['its hash', { hash }],
    ['its hash and its text', { hash, query: listed }],
  ])('is answered in production by %s', (_, sent) => {
    expect(documents(production).find({ ...sent, variables: {} }).operation.name?.value).toBe('Name');
  });

  it.each([
    ['another text', { query: '{ name }' }],
    ['a text that cannot be read', { query: '"' }],
    ['a listed hash with another text', { hash, query: '{ name }' }, 'not the SHA-256'],
    ['introspection', { query: '{ __schema { queryType { name } } }' }],
  ])('refuses %s in production [S17]', (_, sent, why = 'safelist') => {
    expect(() => documents(production).find({ ...sent, variables: {} })).toThrow(why);
  });

  it('lets any document through in development, and listed ones by hash', () => {
    const open = documents({ safelist });
    expect(open.find({ query: '{ name }', variables: {} })).toBeDefined();
    expect(open.find({ hash, variables: {} })).toBeDefined();
  });

  it('must be there in production', () => {
    expect(() => documents({ production: true })).toThrow('safelist');
  });

  it('lets no one ask about the schema in production, were it listed', () => {
    const query = '{ __schema { queryType { name } } }';
    expect(() => find(query, { production: true, safelist: new Map([['0', query]]) })).toThrow('introspection');
  });
});
