import { describe, expect, it } from '@jest/globals';
import { isIntrospectionType, parse } from 'graphql';
import { publicSchema } from '../gateway/public-schema.js';
import { committedSupergraph } from './schema-files.js';
import { renderSchemaReference } from './schema-reference.js';

describe('the reference of the graph', () => {
  const text = renderSchemaReference();

  it('has every type that clients may name, and every field with what it means', () => {
    const types = Object.values(publicSchema(parse(committedSupergraph())).getTypeMap());
    const missing = types.filter(
      (type) => !isIntrospectionType(type) && !/^(Boolean|Float|ID|Int|String)$/.test(type.name),
    );
    expect(missing.length).toBeGreaterThan(100);
    expect(missing.map(({ name }) => name).filter((name) => !text.includes(`\n### \`${name}\`\n`))).toEqual([]);
    // A line without a colon after its code has no sentence: members of a union alone are named by their name.
    const bare = text.split('\n').filter((line) => /^ *- `\w+: [^`]+`(?!:)/.test(line));
    expect(bare).toEqual([]);
  });

  it('says which scopes a field asks for, and leaves out what is for systems alone', () => {
    expect(text).toMatch(/- `waitingTimes: \[WaitingTimesCell!\]`: .* Asks for `aggregate:read`, or `health:read`\./);
    expect(text).toMatch(/\n {2}- `first: Int`: At most this many/);
    expect(text).not.toMatch(/Feed\b|_entities|join__|Internal:/);
  });

  it('is made from any graph: defaults, deprecations, unions and inputs', () => {
    const made = renderSchemaReference(`
      schema { query: Query }
      "Asks."
      type Query { "Gives." a(
        "How many."
        first: Int = 3, in: In): A @deprecated(reason: "Ask b.") b: U }
      type A { "Its name." name: String! } type B { name: String } union U = A | B
      input In { "A word." word: Word = ONE } enum Word { "The first." ONE TWO }
    `);
    expect(made).toContain(
      '- `a: A`: Gives. Deprecated: Ask b.\n  - `first: Int = 3`: How many.\n  - `in: In`\n- `b: U`',
    );
    expect(made).toContain('### `U`\n\n- `A`\n- `B`');
    expect(made).toContain('- `word: Word = ONE`: A word.');
    expect(made).toContain('### `Word`\n\n- `ONE`: The first.\n- `TWO`');
  });
});
