import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DocumentNode, execute, parse, print } from 'graphql';
import { root, services, transports, whole } from './aliases.test-support.js';
import { ask, type Fixture, fixture, person, supergraphOf } from './fixture.test-support.js';
import type { Gateway } from './gateway.js';
import { defaultLimits } from './limits.js';
import { randomQuestions } from './questions.test-support.js';

let hub: Fixture;
let gateway: Gateway;
const seen: DocumentNode[] = [];

beforeAll(async () => {
  hub = await fixture();
  const limits = { ...defaultLimits, aliases: 500, depth: 20, tokens: 5000, directives: 500, rootFields: 50 };
  gateway = await hub.gateway(transports(seen), { supergraph: supergraphOf(services), limits });
});

afterAll(() => hub.stop());

const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the whole graph, in one piece, answers. */
async function expected(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { data, errors } = await execute({
    schema: whole,
    document: parse(query),
    rootValue: root,
    variableValues: variables,
  });
  return plainly({ data, errors: errors?.map(({ path }) => JSON.stringify(path)).sort() });
}

async function answered(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { data, errors } = await gateway.answer(ask(query, variables), person('ann'));
  return plainly({ data, errors: errors?.map(({ path, message }) => JSON.stringify(path ?? message)).sort() });
}

describe('an alias', () => {
  it.each([
    ['a key’s name', '{ child(id: "1") { id: age worker entries { id } } }'],
    ['a key’s name, the key beside it', '{ child(id: "2") { key: id id: name worker } }'],
    ['another entity’s key', '{ school(urn: "900002") { urn: name name: urn head team { id: name worker } } }'],
    ['the type’s name', '{ child(id: "1") { __typename: id worker } }'],
    ['the type’s name, the type beside it', '{ child(id: "1") { __typename: id id: __typename worker } }'],
    ['what another field requires', '{ child(id: "1") { born: age era } }'],
    ['a name of every object', '{ child(id: "1") { constructor: worker toString: name valueOf: era } }'],
    ['a name the planner makes up', '{ child(id: "1") { _internal_qp_alias_0: worker as_0: name as_1: id era } }'],
    ['a name at the top', '{ child: children { id: name worker } children: child(id: "1") { era } }'],
    ['a name the client lets merge', '{ child(id: "1") { id: school { urn: name } id: school { head } } }'],
    [
      'in a fragment, of a union',
      '{ found { ...F ... on School { id: head name: urn } } } fragment F on Child { id: worker urn: name }',
    ],
    ['in a fragment, of an interface', '{ named { name: __typename ... on Child { id: name name2: worker } } }'],
    ['in entries of two kinds', '{ children { id: latest { id: note ... on Visit { by: id } } worker: id } }'],
  ])('that is %s answers as any other name would', async (_, query) => {
    expect(await answered(query)).toEqual(await expected(query));
  });

  it('stands in an error’s path as the client wrote it', async () => {
    const query = '{ id: children { urn: name id: failing born: friends { __typename: failing } } }';
    expect(await answered(query)).toEqual(await expected(query));
    const { errors } = await gateway.answer(ask(query), person('ann'));
    expect(new Set(errors?.map(({ message }) => message))).toEqual(new Set(['This cannot be answered.']));
  });

  it('keeps the answer’s order', async () => {
    const { data } = await gateway.answer(ask('{ child(id: "1") { z: era id: age a: worker name } }'), person('ann'));
    expect(JSON.stringify(data)).toBe('{"child":{"z":"since 2001","id":5,"a":"Worker 1","name":"Child 1"}}');
  });

  it('tells two fields of one name and other arguments apart', async () => {
    const query = '{ child(id: "1") { id: failing(word: "a") failing(word: "b") } }';
    expect(await answered(query)).toEqual(await expected(query));
  });

  it('is sent to no domain, and the same question is planned once', async () => {
    const query = '{ child(id: "1") { mine: age id: worker } }';
    seen.length = 0;
    await answered(query);
    const first = [...seen];
    await answered(query);
    expect(seen.slice(first.length).every((document, at) => document === first[at])).toBe(true);
    expect(first.map((document) => print(document)).join('\n')).not.toMatch(/mine|\bid: (age|worker)/);
  });
});

describe('a name that is asked for twice in one place', () => {
  it.each([
    ['lists every child once', '{ children { friends { name } worker friends { era } } }'],
    ['lists every entry once', '{ children { entries { id } entries { id note } } }'],
    [
      'on conditions of its own',
      'query ($yes: Boolean!) { children { friends { name } friends @skip(if: $yes) { era } } }',
    ],
    [
      'of one kind alone',
      '{ children { entries { id } ... on Child { entries { note } } entries { ... on Visit { by } } } }',
    ],
    ['at the top', '{ children { name } children { worker } }'],
  ])('%s', async (_, query) => {
    const variables = query.includes('$yes') ? { yes: false } : {};
    expect(await answered(query, variables)).toEqual(await expected(query, variables));
  });
});

describe('any question under any aliases', () => {
  const questions = randomQuestions({
    schema: whole,
    roots: {
      'child(id: "1")': 'Child',
      children: 'Child',
      'school(urn: "900002")': 'School',
      found: 'Found',
      named: 'Named',
    },
    names: ['id', 'urn', '__typename', 'name', 'born', 'worker', 'x', 'constructor', 'as_0', 'child', 'head', 'note'],
    depth: 4,
    // The planner cannot plan a field of an interface together with another entity within one of its types.
    takes: (coordinate) => !['Child.failing', 'Visit.child', 'Letter.school'].includes(coordinate),
  });

  it('is answered as the whole graph in one piece answers it', async () => {
    await fc.assert(
      fc.asyncProperty(questions, async ({ aliased, plain }) => {
        const variables = plain.includes('$yes') ? { yes: true } : {};
        expect(await answered(plain, variables)).toEqual(await expected(plain, variables));
        expect(await answered(aliased, variables)).toEqual(await expected(aliased, variables));
      }),
      { numRuns: 60 },
    );
  });
});
