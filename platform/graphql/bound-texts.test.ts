import { describe, expect, it } from '@jest/globals';
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { boundTexts } from './bound-texts.js';
import { limitSaid, manyUpTo, upTo } from './text-limit.js';

const schemaOf = (argument: string, more = ''): GraphQLSchema =>
  buildSchema(`${more} type Query { take(${argument}): String }`);

async function answer(schema: GraphQLSchema, argument: string, value: unknown, type: string) {
  let taken = 0;
  const { errors } = await graphql({
    schema: boundTexts(schema),
    source: `query Q($value: ${type}) { take(${argument}: $value) }`,
    variableValues: { value },
    rootValue: { take: () => String((taken += 1)) },
  });
  return {
    said: errors?.[0]?.message ?? null,
    code: (errors?.[0]?.originalError as { code?: string } | undefined)?.code,
    taken,
  };
}

describe('a text that comes in through the graph', () => {
  it('says its limit, and is held to what it says', () => {
    expect(limitSaid(upTo(4000, 'Why.'))).toEqual({ longest: 4000, most: null });
    expect(limitSaid(manyUpTo(1000, 36, 'Whose.'))).toEqual({ longest: 36, most: 1000 });
    expect(limitSaid('At most 500 characters, or more.')).toBeNull();
    expect(limitSaid(undefined)).toBeNull();
  });

  it.each([
    ['no description', 'why: String!', ''],
    ['a description without a limit', '"Why." why: ID', ''],
    ['a list of which one text is bounded', '"Why. At most 5 characters." why: [String!]', ''],
    ['a text bounded like a list', '"Why. At most 5, each of at most 5 characters." why: String', ''],
    ['a field of an input', 'why: In', 'input In { why: String }'],
    ['a field of an input in a list', 'why: [In!]', 'input In { deep: Deep } input Deep { why: ID! }'],
    ['an input that contains itself', 'why: In', 'input In { more: In }'],
  ])('is not built with %s', (_, argument, more) => {
    expect(() => boundTexts(schemaOf(argument, more))).toThrow(/without a limit|no bound/);
  });

  it('is refused in one sentence that names the argument and no value, before anything is done', async () => {
    const schema = () => schemaOf(`"${upTo(5, 'Why.')}" why: String`);
    expect(await answer(schema(), 'why', 'short', 'String')).toEqual({ said: null, code: undefined, taken: 1 });
    expect(await answer(schema(), 'why', null, 'String')).toMatchObject({ taken: 1 });
    expect(await answer(schema(), 'why', 'longer', 'String')).toEqual({
      said: 'why must be at most 5 characters.',
      code: 'INVALID_INPUT',
      taken: 0,
    });
    expect(await answer(schema(), 'why', 'a\u0000b', 'String')).toEqual({
      said: 'why must not have control characters, or ones that turn its direction.',
      code: 'INVALID_INPUT',
      taken: 0,
    });
  });

  it('is counted in a list, and each of it', async () => {
    const schema = () => schemaOf(`"${manyUpTo(2, 5, 'Whose.')}" of: [ID!]`);
    expect(await answer(schema(), 'of', ['a', 'b'], '[ID!]')).toMatchObject({ taken: 1 });
    expect(await answer(schema(), 'of', ['a', 'b', 'c'], '[ID!]')).toMatchObject({ said: 'of must be at most 2.' });
    expect(await answer(schema(), 'of', ['a', 'longer'], '[ID!]')).toMatchObject({
      said: 'of must be at most 5 characters.',
    });
  });

  it('is found in an input, however deep', async () => {
    const more = `input In { deep: [Deep!] } input Deep { "${upTo(5, 'Why.')}" why: String n: Int }`;
    const given = { deep: [{ why: 'short' }, { n: 1 }, { why: null }] };
    expect(await answer(schemaOf('in: In', more), 'in', given, 'In')).toMatchObject({ taken: 1 });
    expect(await answer(schemaOf('in: In', more), 'in', { deep: [...given.deep, { why: 'longer' }] }, 'In')).toEqual({
      said: 'in.deep.why must be at most 5 characters.',
      code: 'INVALID_INPUT',
      taken: 0,
    });
  });
});
