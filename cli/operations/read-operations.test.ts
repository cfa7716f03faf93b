import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { defaultLimits } from '../../gateway/limits.js';
import { readOperations } from './read-operations.js';

const schema = buildSchema('type Query { child(id: ID!): Child } type Child { name: String child: Child }');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'operations-'));
});

function read(...texts: string[]) {
  const files = texts.map((text, at) => {
    const file = path.join(folder, `${String(at)}.graphql`);
    writeFileSync(file, text);
    return file;
  });
  const { operations, faults } = readOperations(files, schema, defaultLimits);
  return { operations, faults: faults.map((fault) => fault.replace(/^.*?(?=\d\.graphql)/, '')) };
}

describe('the operations of some files', () => {
  it('are each one with the fragments it needs, from whichever file', () => {
    const { operations, faults } = read(
      'query A { child(id: "1") { ...F } } query B { child(id: "2") { name } }',
      'fragment F on Child { name }',
    );
    expect(faults).toEqual([]);
    expect(operations.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(operations[0]?.text).toContain('fragment F');
    expect(operations[1]?.text).not.toContain('fragment F');
  });

  it.each<[string, string[], string[]]>([
    ['a field there is not', ['query A {\n  child(id: 1) { nam }\n}'], ['0.graphql:2:18: Cannot query field "nam"']],
    [
      'several faults',
      ['query A { child { nam } }', 'query B($x: String) { child(id: $y) { name } }'],
      ['0.graphql:1:19: ', '0.graphql:1:11: ', '1.graphql:1:33: ', '1.graphql:1:9: '],
    ],
    ['no GraphQL', ['query A {', 'query B { child(id: 1) { name } }'], ['0.graphql:1:10: Syntax Error']],
    [
      'no GraphQL in several, and other faults in the rest',
      ['query A {', 'query B { child(id: 1) { nam ...F } }', 'query {', 'fragment G on Child { nam }'],
      [
        '0.graphql:1:10: Syntax Error',
        '2.graphql:1:8: Syntax Error',
        '1.graphql:1:26: Cannot query field "nam"',
        '1.graphql:1:33: Unknown fragment "F", unless it stands in a file that cannot be read.',
        '3.graphql:1:23: Cannot query field "nam"',
      ],
    ],
    [
      'a name twice, each with a fault of its own',
      ['query A { child(id: 1) { nam } }', 'query A { child(id: 2) { nome } }'],
      ['1.graphql:1:1: There are two called A.', '0.graphql:1:26: Cannot query', '1.graphql:1:26: Cannot query'],
    ],
    [
      'too deep a question and a field there is not',
      [`query A { child(id: 1) ${'{ child '.repeat(12)} { nam } ${'}'.repeat(12)} }`],
      ['0.graphql:1:1: The question is too large', '0.graphql:1:123: Cannot query field "nam"'],
    ],
    [
      'more faults than twenty',
      [`query A { child(id: 1) { ${Array.from({ length: 30 }, (_, n) => `f${String(n)}`).join(' ')} } }`],
      Array.from({ length: 30 }, (_, n) => `Cannot query field "f${String(n)}"`),
    ],
    ['no name', ['{ child(id: 1) { name } }'], ['0.graphql:1:1: An operation needs a name.']],
    [
      'a name twice',
      ['query A { child(id: 1) { name } }', 'query A { child(id: 2) { name } }'],
      ['1.graphql:1:1: There are two called A.'],
    ],
    ['no operation', ['fragment F on Child { name }'], ['0.graphql: there is no operation here.']],
    [
      'too deep a question',
      [`query A { child(id: 1) ${'{ child '.repeat(12)} { name } ${'}'.repeat(12)} }`],
      ['0.graphql:1:1: The question is too large'],
    ],
    [
      'too long a question',
      [`query A { child(id: 1) { ${'name '.repeat(2000)} } }`],
      ['0.graphql:1:1: The question is too large'],
    ],
    ['introspection', ['query A { __type(name: "Child") { name } }'], ['0.graphql:1:11: GraphQL introspection']],
    ['a subscription', ['subscription A { x }'], ['0.graphql:1:1: Subscriptions']],
  ])('are none of a file with %s, and each fault is a line', (_, texts, lines) => {
    const { faults } = read(...texts);
    expect(faults).toHaveLength(lines.length);
    lines.forEach((line, at) => {
      expect(faults[at]).toContain(line);
      expect(faults[at]).not.toContain('\n');
    });
  });

  it('are none of a file there is not', () => {
    const { faults } = readOperations([path.join(folder, 'none.graphql')], schema, defaultLimits);
    expect(faults).toEqual([expect.stringContaining('there is no such file')]);
  });
});
