import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { variableFault } from './variable-faults.js';

const schema = buildSchema(`
  scalar Date
  enum Service { CAMHS SALT }
  input Wait { service: Service! on: Date weeks: Int notes: [String!] }
  input Filed { waits: [Wait!]! by: ID }
  type Query { file(filed: Filed, day: Date, first: Int, service: Service, ids: [ID!]): String }
`);
const definitionsOf = (text: string) => {
  const [operation] = parse(`query (${text}) { __typename }`).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
};
const messageOf = (text: string, variables: Record<string, unknown>): string | undefined =>
  variableFault(schema, definitionsOf(text), variables)?.message;

describe('a variable whose value cannot be taken', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['$first: Int!', {}, 'The variable $first is missing: it must be a whole number.'],
    ['$first: Int!', { first: null }, 'The variable $first is null, and must be a whole number.'],
    ['$first: Int', { first: 'Ash' }, 'The variable $first is not a whole number.'],
    ['$service: Service', { service: 'Ash' }, 'The variable $service is not a Service: one of CAMHS, SALT.'],
    ['$ids: [ID!]', { ids: ['1', { ash: 1 }] }, 'The variable $ids[1] is not an id.'],
    ['$filed: Filed', { filed: { by: '1' } }, 'The variable $filed lacks its field waits, of type [Wait!]!.'],
    ['$filed: Filed', { filed: { waits: [], Ash: 1 } }, 'The variable $filed holds what an Filed has not'],
    [
      '$filed: Filed',
      { filed: { waits: [{ service: 'SALT' }, { service: 'SALT', weeks: 'Ash' }] } },
      'The variable $filed.waits[1].weeks is not a whole number.',
    ],
    ['$filed: Filed', { filed: 'Ash' }, 'The variable $filed is not a Filed.'],
  ])('%s is named, and why, for %j', (definitions, variables, message) => {
    const said = messageOf(definitions, variables);
    expect(said).toContain(message);
    expect(said).not.toMatch(/ash/i);
  });

  it('is none where all can be taken', () => {
    expect(messageOf('$first: Int! = 3, $day: Date', {})).toBeUndefined();
    expect(messageOf('$filed: Filed', { filed: { waits: { service: 'SALT' } } })).toBeUndefined();
  });

  it('is found exactly where graphql-js finds one, and its values are never said', () => {
    const secret = 'Wxyzzy';
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, 1, 1.5, true, secret, 'SALT', '2026-01-01'),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('waits', 'by', 'service', 'on', 'weeks', 'notes', secret), tie('any'), {
          noNullPrototype: true,
        }),
      ),
    })).any;
    const definitions = definitionsOf('$filed: Filed!, $first: Int, $service: Service, $ids: [ID!]');
    fc.assert(
      fc.property(
        fc.record({ filed: value, first: value, service: value, ids: value }, { requiredKeys: [] }),
        (given) => {
          const found = variableFault(schema, definitions, given);
          const { errors } = getVariableValues(schema, definitions, given);
          const node = errors?.[0]?.nodes?.[0];
          expect(found?.definition).toBe(node);
          expect(found?.message ?? '').not.toContain(secret);
        },
      ),
    );
  });
});
