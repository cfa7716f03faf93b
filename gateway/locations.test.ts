import { describe, expect, it } from '@jest/globals';
import { type ASTNode, type DocumentNode, Kind, parse, type SourceLocation, visit } from 'graphql';
import { locationsOf, locator } from './locations.js';

const text = `query One($id: ID!) {
  child(id: $id) { n: name ...F }
}
fragment F on Child {
  school { name }
  ... on Child { name }
}
query Two { child { name } }`;

function allIn(document: DocumentNode): ASTNode[] {
  const nodes: ASTNode[] = [];
  visit(document, {
    enter: (node) => {
      if (node.kind !== Kind.DOCUMENT) nodes.push(node);
    },
  });
  return nodes;
}

describe('where something stands in a text', () => {
  const at = locator(text, 'One');

  it.each<[(string | number)[], { line: number; column: number }[]]>([
    [['child'], [{ line: 2, column: 3 }]],
    [['child', 'n'], [{ line: 2, column: 20 }]],
    [['child', 'school', 'name'], [{ line: 5, column: 12 }]],
    [['child', 3, 'name'], [{ line: 6, column: 18 }]],
    [['child', 'nothing'], []],
    [[], []],
  ])('is told for the path %j of the answer', (path, places) => {
    expect(at(path)).toEqual(places);
  });

  it('is looked for in the operation that was asked', () => {
    expect(locator(text, 'Two')(['child', 'name'])).toEqual([{ line: 8, column: 21 }]);
    expect(locator(text, undefined)(['child'])).toEqual([]);
  });

  it('is ten places at the most', () => {
    expect(locator(`{ ${'child '.repeat(50)}}`, undefined)(['child'])).toHaveLength(10);
  });

  it('is told for every node of a document that was read without places, as one read with them has it', () => {
    const document = parse(text, { noLocation: true });
    const nodes = allIn(document);
    const placed = allIn(parse(text)).flatMap(({ loc }): SourceLocation[] =>
      loc ? [{ line: loc.startToken.line, column: loc.startToken.column }] : [],
    );
    expect(placed).toHaveLength(nodes.length);
    expect(locationsOf(nodes, document, text)).toEqual(placed);
    expect(locationsOf(undefined, document, text)).toEqual([]);
  });
});
