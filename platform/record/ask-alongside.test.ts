import { describe, expect, it } from '@jest/globals';
import { buildSchema, type DocumentNode, execute, type GraphQLResolveInfo, parse } from 'graphql';
import { askAlongside, goesOnToAsk } from './ask-alongside.js';

const schema = buildSchema(`
  interface Aged { asAt: String }
  type Query { record: R, entities: [Entity] }
  union Entity = R | Other
  type R implements Aged { asAt: String, id: ID, cohorts: [String], attendance(from: String, to: String = "today"): String, peps: Pep }
  type Other { attendance(from: String): String }
  type Pep { attendance: String }
`);

/** What a question begins alongside, of those who could: `attendance` with its arguments. */
async function begun(
  document: string | DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<unknown[]> {
  const asked: unknown[] = [];
  const resolve = (_: object, info: GraphQLResolveInfo): null => {
    // What is begun alongside is what is said to be asked.
    const before = asked.length;
    const said = goesOnToAsk(info, 'R', 'attendance');
    askAlongside(info, 'R', {
      attendance: (args) => {
        asked.push(args);
        return Promise.reject(new Error('told where the field is resolved'));
      },
    });
    expect(said).toBe(asked.length > before);
    return null;
  };
  const rootValue = {
    record: (args: object, _: unknown, info: GraphQLResolveInfo) => resolve(args, info),
    entities: (args: object, _: unknown, info: GraphQLResolveInfo) => resolve(args, info),
  };
  const { errors } = await execute({
    schema,
    document: typeof document === 'string' ? parse(document) : document,
    rootValue,
    variableValues: variables,
  });
  expect(errors).toBeUndefined();
  return asked;
}

const today = { to: 'today' };

describe('what a question goes on to ask', () => {
  it.each([
    ['directly', '{ record { cohorts attendance } }', [today]],
    ['under another name', '{ record { autumn: attendance } }', [today]],
    [
      'twice',
      '{ record { attendance(from: "a") autumn: attendance(to: "b") } }',
      [{ ...today, from: 'a' }, { to: 'b' }],
    ],
    ['within an inline fragment', '{ record { ... on R { attendance } } }', [today]],
    ['within a fragment of no type of its own', '{ record { ... { attendance } } }', [today]],
    ['by a named fragment', '{ record { ...F } } fragment F on R { attendance }', [today]],
    ['of one of several entities', '{ entities { ... on Other { attendance } ... on R { attendance } } }', [today]],
    ['not at all', '{ record { peps { attendance } } }', []],
    ['by an alias of another field', '{ record { attendance: cohorts } }', []],
    ['of another type alone', '{ entities { ... on Other { attendance } } }', []],
    [
      'what a directive leaves out',
      '{ record { attendance @skip(if: true) ... @include(if: false) { attendance } } }',
      [],
    ],
  ])('is begun when it is asked %s', async (_, document, expected) => {
    expect(await begun(document)).toEqual(expected);
  });

  it('is begun with the values of variables', async () => {
    // One document, as the hub keeps it parsed for all who send it.
    const document = parse(`query Q($from: String, $now: Boolean!) {
      record { attendance(from: $from) ... on Aged @include(if: $now) { asAt } later: attendance @skip(if: $now) } }`);
    expect(await begun(document, { from: 'a', now: true })).toEqual([{ ...today, from: 'a' }]);
    expect(await begun(document, { from: 'a', now: false })).toHaveLength(2);
  });

  it('is begun for each of a list, of the one selection', async () => {
    const asked: unknown[] = [];
    const one = (n: number) => ({
      attendance: (_args: object, _context: unknown, info: GraphQLResolveInfo): null => {
        // The field stands for a child's: what is below it is asked for by the same fields for every one.
        askAlongside(info, 'Pep', { attendance: () => Promise.resolve(asked.push(n)) });
        return null;
      },
    });
    const listed = buildSchema(`
      type Query { children: [C] } type C { attendance: Pep } type Pep { attendance: String }`);
    const document = parse('{ children { attendance { attendance } } }');
    await execute({ schema: listed, document, rootValue: { children: [one(1), one(2), one(3)] } });
    expect(asked).toEqual([1, 2, 3]);
  });

  it('is looked for anew for another type, and with other variables, below the very same fields', async () => {
    const asked: unknown[] = [];
    const begin = (info: GraphQLResolveInfo, type: string): void => {
      askAlongside(info, type, { attendance: (args) => Promise.resolve(asked.push([type, args])) });
    };
    const entities = (_args: object, _context: unknown, info: GraphQLResolveInfo): null => {
      begin(info, 'R');
      begin(info, 'Other');
      begin({ ...info, variableValues: { from: 'b' } }, 'Other');
      return null;
    };
    const document = parse(`query ($from: String) {
      entities { ... on R { attendance } ... on Other { attendance(from: $from) } } }`);
    await execute({ schema, document, rootValue: { entities }, variableValues: { from: 'a' } });
    expect(asked).toEqual([
      ['R', today],
      ['Other', { from: 'a' }],
      ['Other', { from: 'b' }],
    ]);
  });
});

describe('what a question goes on to ask, however far below', () => {
  it.each([
    ['{ record { peps { attendance } } }', 'Pep', true],
    ['{ record { ...F } } fragment F on R { plans: peps { ... { seen: attendance } } }', 'Pep', true],
    ['{ entities { ... on R { peps { attendance } } } }', 'Pep', true],
    ['{ record { peps { attendance } } }', 'R', false],
    ['{ record { attendance } }', 'Pep', false],
    ['{ record { peps { __typename } } }', 'Pep', false],
    ['{ record { peps @skip(if: true) { attendance } } }', 'Pep', false],
  ])('is found in %s of %s: %s', async (document, type, expected) => {
    const found: boolean[] = [];
    const look = (_: object, __: unknown, info: GraphQLResolveInfo): null => {
      found.push(goesOnToAsk(info, type, 'attendance'));
      return null;
    };
    await execute({ schema, document: parse(document), rootValue: { record: look, entities: look } });
    expect(found).toEqual([expected]);
  });
});
