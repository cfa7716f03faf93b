import { describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { Documents, type DocumentRules } from './documents.js';
import { defaultLimits } from './limits.js';
import { parseQuestion } from './question.js';
import type { RegisteredOperation } from './registered-operations.js';
import { sha256 } from './safelist.js';

const schema = buildSchema('type Query { child(id: ID): Child name: String } type Child { name: String child: Child }');
const listed = 'query Name {\n  child {\n    name\n  }\n}\n';
const asApolloSends = 'query Name{child{name __typename}}';
const safelist = new Map([[sha256(listed), listed]]);
const documents = (over: Partial<DocumentRules> = {}): Documents =>
  new Documents(schema, { limits: defaultLimits, safelist, production: true, ...over });
const apq = (hash: string, query?: string) =>
  parseQuestion(JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }));

describe('a client’s own form of a listed document', () => {
  it('is answered, and as it was sent', () => {
    const { operation } = documents().find({ query: asApolloSends, variables: {} });
    expect(JSON.stringify(operation)).toContain('__typename');
  });

  it('is answered with its own hash, and by that hash alone afterwards', () => {
    const kept = documents();
    const hash = sha256(asApolloSends);
    expect(() => kept.find(apq(hash))).toThrow(
      expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_FOUND', message: 'PersistedQueryNotFound' }),
    );
    const asked = kept.find(apq(hash, asApolloSends));
    expect(kept.find(apq(hash))).toBe(asked);
  });

  it('is refused with the hash of another', () => {
    expect(() => documents().find(apq(sha256(listed), asApolloSends))).toThrow('not the SHA-256');
    expect(() => documents({ production: false }).find(apq(sha256(listed), '{ name }'))).toThrow('not the SHA-256');
  });
});

describe('a hash alone', () => {
  it('of what is not listed stays unknown in production, were its text sent', () => {
    const kept = documents();
    const hash = sha256('{ name }');
    expect(() => kept.find(apq(hash, '{ name }'))).toThrow('safelist');
    expect(() => kept.find(apq(hash))).toThrow('PersistedQueryNotFound');
  });

  it('of any document is known in development once its text was sent', () => {
    const kept = documents({ production: false });
    expect(() => kept.find(apq(sha256('{ name }')))).toThrow('PersistedQueryNotFound');
    kept.find(apq(sha256('{ name }'), '{ name }'));
    expect(kept.find(apq(sha256('{ name }')))).toBeDefined();
  });

  it('is not supported where nothing is listed, nor in another version of the protocol', () => {
    const nothing = documents({ safelist: new Map() });
    expect(() => nothing.find(apq(sha256(listed)))).toThrow(
      expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_SUPPORTED', message: 'PersistedQueryNotSupported' }),
    );
    const other = { extensions: { persistedQuery: { version: 2, sha256Hash: sha256(listed) } } };
    expect(() => parseQuestion(JSON.stringify(other))).toThrow('PersistedQueryNotSupported');
  });
});

describe('what partners register', () => {
  it('is answered from that moment, and refused once it is taken back', () => {
    let registered: readonly RegisteredOperation[] = [];
    const kept = documents({ registered: () => registered });
    const text = 'query Mine { name }';
    const sent = 'query Mine { name __typename }';
    const ask = (query: string) => kept.find({ query, variables: {} });
    expect(() => ask(sent)).toThrow('safelist');
    registered = [{ name: 'Mine', text }];
    expect(ask(sent)).toBeDefined();
    expect(kept.find({ hash: sha256(text), variables: {} })).toBeDefined();
    registered = [];
    expect(() => ask(sent)).toThrow('safelist');
    expect(() => kept.find({ hash: sha256(text), variables: {} })).toThrow('PersistedQueryNotFound');
    expect(ask(listed)).toBeDefined();
  });
});

describe('the standard introspection query', () => {
  const full = getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });

  it.each([getIntrospectionQuery(), full])('is answered in development', (query) => {
    expect(documents({ production: false }).find({ query, variables: {} }).aboutTheSchema).toBe(true);
  });

  it('is refused in production, were it listed', () => {
    expect(() => documents().find({ query: full, variables: {} })).toThrow('safelist');
    const all = documents({ safelist: new Map([[sha256(full), full]]) });
    expect(() => all.find({ query: full, variables: {} })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('lends its depth to nothing else, and not to a schema asked round and round', () => {
    const deep = `child { ${'child { '.repeat(12)} name ${'} '.repeat(12)} }`;
    const find = (query: string) => documents({ production: false }).find({ query, variables: {} });
    expect(() => find(`{ ${deep} }`)).toThrow('levels deep');
    expect(() => find(`query A { __typename ${deep} } query B { __schema { queryType { name } } }`)).toThrow('levels');
    const round = 'fields { type { '.repeat(6);
    expect(() => find(`{ __type(name: "Child") { ${round} name ${'} } '.repeat(6)} } }`)).toThrow('depth');
    expect(() => find(`{ ...F } fragment F on Query { __schema { queryType { name } } ...F }`)).toThrow('itself');
  });
});
