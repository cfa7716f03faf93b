import { buildSubgraphSchema } from '@apollo/subgraph';
import { buildSchema, type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { mask } from '../platform/errors/mask.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import type { SubgraphTransport } from '../platform/transport/transport.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@external", "@requires", "@shareable"])`;

const register = `
interface Named { name: String }
union Found = Child | School
type Query { child(id: ID!): Child children: [Child!] school(urn: ID!): School found: [Found] named: [Named] }
type Child implements Named KEY_ID { id: ID! name: String age: Int born: String school: School friends: [Child!] }
type School implements Named KEY_URN { urn: ID! name: String pupils: [Child!] }`;

const care = `
interface Entry { id: ID! note: String }
type Visit implements Entry { id: ID! note: String by: String child: Child }
type Letter implements Entry { id: ID! note: String pages: Int school: School }`;

const careFields = `worker: String era: String entries: [Entry!] latest: Entry failing(word: String): String`;

const subgraphSdl: Readonly<Record<string, string>> = {
  register: `${link} ${register}`.replace('KEY_ID', '@key(fields: "id")').replace('KEY_URN', '@key(fields: "urn")'),
  care: `${link} ${care}
    type Child @key(fields: "id") { id: ID! born: String @external era: String @requires(fields: "born") ${careFields.replace('era: String', '')} }
    type School @key(fields: "urn") { urn: ID! team: [Child!] head: String }`,
};

/** The same graph in one piece: what a question means, whoever keeps which part. */
export const whole = buildSchema(
  `${register.replace('KEY_ID', '').replace('KEY_URN', '')} ${care}
   extend type Child { ${careFields} } extend type School { team: [Child!] head: String }`,
);

type Thing = Record<string, unknown> & { __typename: string };

const child = (id: string): Thing => ({
  __typename: 'Child',
  id,
  name: `Child ${id}`,
  age: Number(id) + 4,
  born: `20${id.padStart(2, '0')}`,
  school: () => (id === '3' ? null : school(`90000${id}`)),
  friends: () => (id === '1' ? [child('2'), child('3')] : []),
  ...careOf(id, `20${id.padStart(2, '0')}`),
});

const careOf = (id: string, born: unknown): Record<string, unknown> => ({
  worker: id === '2' ? null : `Worker ${id}`,
  era: () => `since ${String(born)}`,
  entries: () => [
    visit(id),
    { __typename: 'Letter', id: `l${id}`, note: null, pages: 3, school: () => school('900001') },
  ],
  latest: () => (id === '3' ? null : visit(id)),
  failing: () => {
    throw new InvalidInput('This cannot be answered.');
  },
});

const visit = (id: string): Thing => ({
  __typename: 'Visit',
  id: `v${id}`,
  note: `Note ${id}`,
  by: 'Rowan',
  child: () => child(id === '1' ? '2' : '1'),
});

const school = (urn: string): Thing => ({
  __typename: 'School',
  urn,
  name: `School ${urn}`,
  pupils: () => (urn === '900001' ? [child('1'), child('2')] : []),
  ...teamOf(urn),
});

const teamOf = (urn: string): Record<string, unknown> => ({
  team: () => (urn === '900002' ? [child('3')] : []),
  head: `Head of ${urn}`,
});

export const root = {
  child: ({ id }: { id: string }) => (['1', '2', '3'].includes(id) ? child(id) : null),
  children: () => ['1', '2', '3'].map(child),
  school: ({ urn }: { urn: string }) => school(urn),
  found: () => [child('1'), school('900001'), null, child('2')],
  named: () => [school('900002'), child('3')],
};

type Reference = Record<'id' | 'urn' | 'born', string>;

function schemaOf(name: string): GraphQLSchema {
  const references =
    name === 'register'
      ? { Child: ({ id }: Reference) => child(id), School: ({ urn }: Reference) => school(urn) }
      : {
          // What a domain does with a key that is none of its own: it knows nobody by it.
          Child: ({ id, born }: Reference) => (/^\d$/.test(id) ? { id, ...careOf(id, born) } : null),
          School: ({ urn }: Reference) => (/^\d{6}$/.test(urn) ? { urn, ...teamOf(urn) } : null),
        };
  return buildSubgraphSchema({
    typeDefs: parse(subgraphSdl[name] ?? ''),
    resolvers: {
      Child: { __resolveReference: references.Child },
      School: { __resolveReference: references.School },
    },
  });
}

export const services = Object.entries(subgraphSdl).map(([name, sdl]) => ({
  name,
  typeDefs: parse(sdl),
  url: `http://127.0.0.1/${name}`,
}));

/** Both subgraphs in this process; `seen` is each document they were sent. */
export function transports(seen: DocumentNode[]): Record<string, SubgraphTransport> {
  return Object.fromEntries(
    Object.keys(subgraphSdl).map((name) => {
      const schema = schemaOf(name);
      const transport: SubgraphTransport = async ({ document, variables }) => {
        seen.push(document);
        const { data, errors } = await execute({ schema, document, variableValues: variables, rootValue: root });
        return { data, ...(errors ? { errors: errors.map((error) => mask(error).shown) } : {}) };
      };
      return [name, transport];
    }),
  );
}
