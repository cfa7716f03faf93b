import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { fieldsWithoutScopes } from './field-scopes.js';
import { guardScopes } from './scope-guard.js';

const schemaOf = (sdl: string): GraphQLSchema =>
  buildSchema(`
    directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE
    directive @inaccessible on FIELD_DEFINITION | OBJECT
    directive @key(fields: String!) on OBJECT
    ${sdl}`);

const guarded = '@requiresScopes(scopes: [["a:read", "deep"], ["all"]])';

async function asked(sdl: string, source: string, scopes: readonly string[] | null, open: readonly string[] = []) {
  let resolved = 0;
  const field = { name: 'n', __typename: 'Entity' };
  const one = (): object => ((resolved += 1), field);
  const { data, errors } = await graphql({
    schema: guardScopes(schemaOf(sdl), open),
    source,
    rootValue: { one, two: one, _entities: () => [field], noteRefused: () => ((resolved += 1), true) },
    contextValue: { caller: { claims: { scopes: scopes ?? [] }, operations: scopes === null ? ['A:feed'] : null } },
  });
  return { data, resolved, code: (errors?.[0]?.originalError as { code?: string } | undefined)?.code };
}

describe('a field without scopes', () => {
  it.each([
    ['a root', 'type Query { me: Int }', ['Query.me']],
    ['a root of changes', `type Query { a: Int ${guarded} } type Mutation { change: Int }`, ['Mutation.change']],
    ['what a root leads to', 'type Query { me: Me } type Me { name: Int }', ['Me.name', 'Query.me']],
    [
      'what a root leads to, one of several',
      'type Query { me: Any } union Any = Me | You type Me { name: Int } type You { name: Int }',
      ['Me.name', 'Query.me', 'You.name'],
    ],
    ['an entity’s', `type Query { a: Int ${guarded} } type Entity @key(fields: "id") { id: ID n: Int }`, ['Entity.n']],
    ['nothing below one', `type Query { a: A ${guarded} } type A { n: Int }`, []],
    ['nothing of a guarded type', `type Query { a: A } type A ${guarded} @key(fields: "id") { id: ID n: A }`, []],
    ['nothing internal', 'type Query { feed: Feed @inaccessible } type Feed @inaccessible { n: Int }', []],
    [
      'nothing of federation’s',
      'type Query { _entities: [_Any] _service: _S } type _Any { n: Int } type _S { n: Int }',
      [],
    ],
  ])('is found, or not: %s', (_what, sdl, found) => {
    expect(fieldsWithoutScopes(schemaOf(sdl)).filter((field) => !field.startsWith('_'))).toEqual(found);
  });

  it('is not built, unless it is said to be open', () => {
    const schema = (): GraphQLSchema => schemaOf(`type Query { me: Int a: Int ${guarded} }`);
    expect(() => guardScopes(schema(), [])).toThrow('Query.me');
    expect(() => guardScopes(schema(), ['Query.me'])).not.toThrow();
  });

  it('is not said to be open when it is not, or no more', () => {
    const schema = (): GraphQLSchema => schemaOf(`type Query { a: Int ${guarded} }`);
    expect(() => guardScopes(schema(), ['Query.a'])).toThrow('Query.a');
    expect(() => guardScopes(schema(), ['Query.gone'])).toThrow('Query.gone');
  });
});

describe('a field with scopes', () => {
  const type = `type Query { one: Entity } type Entity ${guarded} @key(fields: "id") { id: ID name: String }`;
  const reference = `type Query { a: Int ${guarded} _entities: [_Entity] } union _Entity = Entity type Entity ${guarded} @key(fields: "id") { id: ID name: String }`;

  it.each([
    ['none', [], 'REFUSED'],
    ['half of a set', ['a:read'], 'REFUSED'],
    ['a set', ['a:read', 'deep'], undefined],
    ['another set', ['all'], undefined],
  ])('is answered, or not, to who holds %s', async (_what, scopes, code) => {
    const answer = await asked(type, '{ one { name } }', scopes);
    expect(answer).toMatchObject({ code, resolved: code ? 0 : 1 });
  });

  it('asks the same of who comes by a reference', async () => {
    const look = '{ _entities { ... on Entity { name } } }';
    expect(await asked(reference, look, [])).toMatchObject({ data: { _entities: [{ name: null }] }, code: 'REFUSED' });
    expect(await asked(reference, look, ['all'])).toMatchObject({ data: { _entities: [{ name: 'n' }] } });
  });
});

describe('a field that is not in the graph', () => {
  it.each([
    ['itself', 'type Query { one: Entity @inaccessible } type Entity { name: String }'],
    ['by its type', 'type Query { one: Entity } type Entity @inaccessible { name: String }'],
  ])('refuses every person, whatever their scopes, and answers a system: %s', async (_what, sdl) => {
    expect(await asked(sdl, '{ one { name } }', ['a:read', 'deep', 'all'])).toMatchObject({
      data: { one: null },
      resolved: 0,
      code: 'REFUSED',
    });
    expect(await asked(sdl, '{ one { name } }', null)).toMatchObject({ data: { one: { name: 'n' } }, resolved: 1 });
  });

  it('is the gateway’s to ask for a person in one case', async () => {
    const sdl = `type Query { a: Int ${guarded} } type Mutation { noteRefused: Boolean @inaccessible }`;
    expect(await asked(sdl, 'mutation { noteRefused }', [])).toMatchObject({ data: { noteRefused: true } });
  });
});
