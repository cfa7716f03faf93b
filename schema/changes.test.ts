import { describe, expect, it } from '@jest/globals';
import { allowedChanges, refusedChanges } from './allowed-change.js';
import { changesBetween } from './changes.js';
import { compose } from './compose.js';

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [FEATURES])'.replace(
  'FEATURES',
  ['@inaccessible', '@requiresScopes'].map((name) => `"${name}"`).join(', '),
);

const scoped = (field: string, ...scopes: readonly string[]): string =>
  `${field} @requiresScopes(scopes: [${scopes.map((set) => `["${set.split(' ').join('", "')}"]`).join(', ')}])`;

/** The supergraph of one subgraph with these fields of a child, and whatever else it defines. */
const graph = (fields: string, rest = ''): string =>
  compose([
    {
      name: 'one',
      url: 'http://127.0.0.1:1',
      sdl: `${federation} type Query { child(id: ID!, asked: Int): Child } type Child { id: ID! ${fields} } ${rest}`,
    },
  ]);

const breaking = (released: string, present: string) => changesBetween(released, present).breaking;

describe('what breaks a client of the last release', () => {
  it('is nothing where nothing changed, or only something was added', () => {
    expect(changesBetween(graph('age: Int'), graph('age: Int'))).toEqual({ breaking: [], surprising: [] });
    expect(breaking(graph('age: Int'), graph('age: Int sex: String'))).toEqual([]);
  });

  it('is a field that is gone, that is hidden, that has another type or that wants more', () => {
    const released = graph('age: Int', 'type Unused { id: ID }');
    expect(breaking(released, graph('sex: String'))).toContain('FIELD_REMOVED: Child.age was removed.');
    expect(breaking(released, graph('sex: String age: Int @inaccessible'))).toContain(
      'FIELD_REMOVED: Child.age was removed.',
    );
    expect(breaking(graph('age: Int'), graph('age: String'))).toEqual([
      'FIELD_CHANGED_KIND: Child.age changed type from Int to String.',
    ]);
    expect(breaking(graph('age: Int!'), graph('age: Int'))).toEqual([
      'FIELD_CHANGED_KIND: Child.age changed type from Int! to Int.',
    ]);
    expect(breaking(graph('age: Int'), graph('age(on: String!): Int'))).toEqual([
      'REQUIRED_ARG_ADDED: A required arg on on Child.age was added.',
    ]);
  });

  it('is not what no client ever saw', () => {
    expect(breaking(graph('age: Int told: Int @inaccessible'), graph('age: Int'))).toEqual([]);
  });

  it('is a scope more, whether on a field or on its type; not one less, nor another way in', () => {
    const open = graph('age: Int');
    const read = graph(scoped('age: Int', 'health:read'));
    expect(breaking(open, read)).toEqual(['SCOPE_ADDED: Child.age asks for health:read.']);
    expect(breaking(read, open)).toEqual([]);
    expect(breaking(read, graph(scoped('age: Int', 'health:read', 'team:write')))).toEqual([]);
    expect(breaking(read, graph(scoped('age: Int', 'health:read team:write')))).toEqual([
      'SCOPE_ADDED: Child.age asks for health:read and team:write.',
    ]);
    const typed = (scopes: string) => graph('plan: Plan', `${scoped('type Plan', scopes)} { id: ID }`);
    expect(breaking(typed('education:read'), typed('health:read'))).toEqual([
      'SCOPE_ADDED: Plan asks for health:read.',
    ]);
  });

  it('is told apart from what may surprise', () => {
    const state = (values: string) => graph('state: State', `enum State { ${values} }`);
    expect(changesBetween(state('OPEN'), state('OPEN SHUT'))).toEqual({
      breaking: [],
      surprising: ['VALUE_ADDED_TO_ENUM: SHUT was added to enum type State.'],
    });
    expect(breaking(state('OPEN SHUT'), state('OPEN'))).toEqual([
      'VALUE_REMOVED_FROM_ENUM: SHUT was removed from enum type State.',
    ]);
  });
});

describe('a breaking change', () => {
  const removed = 'FIELD_REMOVED: Child.age was removed.';
  const allowed = (change: string) => allowedChanges(JSON.stringify([{ change, reason: 'Nobody ever asked for it.' }]));

  it('is refused by its name where nobody allowed it', () => {
    expect(refusedChanges([removed], [])).toEqual([removed]);
    expect(refusedChanges([removed], allowed('FIELD_REMOVED: Child.sex was removed.'))).toContain(removed);
  });

  it('is allowed by its very line', () => {
    expect(refusedChanges([removed], allowed(removed))).toEqual([]);
  });

  it('is not allowed before it is made', () => {
    expect(refusedChanges([], allowed(removed))).toEqual([`Allowed, but not so: ${removed}`]);
  });

  it.each([[[{ change: removed }]], [[{ change: removed, reason: ' so ' }]], [{ [removed]: 'A reason.' }]])(
    'is not allowed without a reason: %j',
    (list) => {
      expect(() => allowedChanges(JSON.stringify(list))).toThrow('reason');
    },
  );
});
