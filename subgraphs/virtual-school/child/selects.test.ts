import { describe, expect, it } from '@jest/globals';
import { type FieldNode, type FragmentDefinitionNode, Kind, parse } from 'graphql';
import { selects } from '../../../platform/graphql/selects.js';

function asks(document: string): boolean {
  const { definitions } = parse(document);
  const fragments = Object.fromEntries(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one]),
  );
  const [operation] = definitions;
  const fieldNodes = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return selects({ fieldNodes: fieldNodes as FieldNode[], fragments }, 'attendanceWhile');
}

describe('whether a question asks for a field', () => {
  it.each([
    ['directly', '{ virtualSchool { cohorts attendanceWhile { possible } } }', true],
    ['under another name', '{ virtualSchool { plan: attendanceWhile { possible } } }', true],
    ['within an inline fragment', '{ virtualSchool { ... on R { attendanceWhile { possible } } } }', true],
    ['by a named fragment', '{ virtualSchool { ...F } } fragment F on R { attendanceWhile { possible } }', true],
    ['not at all', '{ virtualSchool { peps { attendanceWhile } } }', false],
    ['by an alias of another field', '{ virtualSchool { attendanceWhile: cohorts } }', false],
  ])('%s', (_, document, expected) => {
    expect(asks(document)).toBe(expected);
  });
});
