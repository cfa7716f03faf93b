import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type InputValueDefinitionNode, parse, print, visit } from 'graphql';
import { productRoot } from '../../platform/config/product-root.js';
import { limitSaid } from '../../platform/graphql/text-limit.js';

/** Every argument and input field of a published schema that takes a text or an id, and says no limit. */
function unlimited(sdl: string): string[] {
  const found: string[] = [];
  const look = ({ name, type, description }: InputValueDefinitionNode): void => {
    const isText = /^\[?(String|ID)\b/.test(print(type));
    if (isText && !limitSaid(description?.value)) found.push(`${name.value}: ${print(type)}`);
  };
  visit(parse(sdl, { noLocation: true }), {
    // What composition itself writes and reads.
    DirectiveDefinition: () => false,
    InputObjectTypeDefinition: ({ name }) => (name.value.includes('__') ? false : undefined),
    InputValueDefinition: look,
  });
  return found;
}

const folder = path.join(productRoot, 'schema');
const schemas = readdirSync(folder).filter((name) => name.endsWith('.graphql'));

describe('a text that somebody writes', () => {
  it.each(schemas)('has a limit wherever %s takes one, and says it', (name) => {
    expect(unlimited(readFileSync(path.join(folder, name), 'utf8'))).toEqual([]);
  });

  it('is seen to be refused without one', () => {
    const sdl = `type Query { a("Why." b: String!, "Whose. At most 5 characters." c: [ID!], d: Int): Int } input I { e: [String!]! }`;
    expect(unlimited(sdl)).toEqual(['b: String!', 'e: [String!]!']);
  });
});
