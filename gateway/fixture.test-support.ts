import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { Registry } from 'prom-client';
import type { Claims } from '../platform/auth/claims.js';
import { Door } from '../platform/auth/door.js';
import { currentKey, ensureKeys, readDoorKeys } from '../platform/auth/keys.js';
import { assertionHeader, digestOf, Minter } from '../platform/auth/minter.js';
import { Refused } from '../platform/errors/hub-error.js';
import { mask } from '../platform/errors/mask.js';
import { type HttpTransport, httpTransport } from '../platform/transport/http-transport.js';
import type { SubgraphTransport } from '../platform/transport/transport.js';
import { createLog } from '../platform/telemetry/log.js';
import type { SignedIn } from './asking.js';
import { createGateway, type Gateway, type GatewayOptions } from './gateway.js';
import { defaultLimits } from './limits.js';
import { GatewayMetrics } from './metrics.js';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5",
  import: ["@key", "@inaccessible", "@requiresScopes"])`;

const partnership = `${link}
scalar Date
type Query { child(id: ID!): Child children: [Child!] bornOn(date: Date!): [Child!] }
type Mutation { claim(id: ID!): String }
type Child @key(fields: "id") { id: ID! name: String seenBy: String purpose: String secret: String @inaccessible }`;

const socialCare = `${link}
interface DomainRecord { asAt: String }
type Child @key(fields: "id") {
  id: ID!
  hasSocialWorker: Boolean
  socialCare: SocialCareRecord @requiresScopes(scopes: [["social-care:read"]])
  broken: String
  refusing: String
}
type SocialCareRecord implements DomainRecord { asAt: String! worker: String seenBy: String }`;

const claimsOf = (context: unknown): Claims => (context as { claims: Claims }).claims;

/** Both subgraphs wait this long, so that requests overlap. */
const slowMs = 30;

const seenBy = async (_: unknown, __: unknown, context: unknown): Promise<string> => {
  await wait(slowMs);
  return claimsOf(context).sub;
};

const schemas: Record<string, GraphQLSchema> = {
  partnership: buildSubgraphSchema({
    typeDefs: parse(partnership),
    resolvers: {
      Query: {
        child: (_: unknown, { id }: { id: string }) => (id === 'nobody' ? null : { id, name: 'Ash', secret: 'S' }),
        children: () => [
          { id: '1', name: 'Ash' },
          { id: '2', name: 'Birch' },
        ],
        bornOn: () => [],
      },
      Mutation: { claim: (_: unknown, { id }: { id: string }) => `claimed ${id}` },
      Child: {
        __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Ash' }),
        seenBy,
        purpose: (_: unknown, __: unknown, context: unknown) => claimsOf(context).purpose,
      },
    },
  }),
  'social-care': buildSubgraphSchema({
    typeDefs: parse(socialCare),
    resolvers: {
      Child: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        hasSocialWorker: () => true,
        socialCare: () => ({ asAt: '2026-09-01', worker: 'Rowan' }),
        broken: () => {
          throw new Error("select nhs_number from health.child where id = '9990000018' at 10.0.0.5");
        },
        refusing: () => {
          throw new Refused('This depends on your role.');
        },
      },
      SocialCareRecord: { seenBy },
    },
  }),
};

export const subgraphs = [
  { name: 'partnership', typeDefs: parse(partnership), url: 'http://127.0.0.1:4001/graphql' },
  { name: 'social-care', typeDefs: parse(socialCare), url: 'http://127.0.0.1:4004/graphql' },
];

export function supergraphOf(services: { name: string; typeDefs: DocumentNode; url: string }[]): string {
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

async function run(name: string, document: DocumentNode, variables: Record<string, unknown>, claims: Claims) {
  const schema = schemas[name];
  if (!schema) throw new Error(name);
  const result = await execute({ schema, document, variableValues: variables, contextValue: { claims } });
  return { data: result.data ?? null, ...(result.errors ? { errors: result.errors.map((e) => mask(e).shown) } : {}) };
}

/** A subgraph's server with a real door, as docker-compose.yml would run it. */
async function serve(name: string, door: Door): Promise<{ url: string; stop: () => void }> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string;
        variables: Record<string, unknown>;
      };
      response.setHeader('content-type', 'application/json');
      try {
        const envelope = String(request.headers[assertionHeader]);
        const { claims } = await door.enterOverHttp(envelope, digestOf(query, variables));
        response.end(JSON.stringify(await run(name, parse(query), variables, claims)));
      } catch {
        response.statusCode = 401;
        response.end('{"errors":[{"message":"no","extensions":{"code":"UNAUTHENTICATED"}}]}');
      }
    })();
  });
  const { url, stop } = await listening(server);
  return { url: `${url}/graphql`, stop };
}

export async function listening(server: Server): Promise<{ url: string; stop: () => void }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${String(port)}`, stop };
}

export const inProcess =
  (name: string, door: Door, envelopes: string[] = []): SubgraphTransport =>
  async ({ document, variables, seal }) => {
    const envelope = await seal('co-located');
    envelopes.push(envelope);
    const { claims } = await door.enterInProcess(envelope);
    return run(name, document, variables, claims);
  };

/** Longer than any machine takes: a domain that answers is never late. */
export const patientMs = 240_000;

export interface Fixture {
  readonly minter: Minter;
  readonly door: (name: string) => Door;
  /** A gateway over these transports; what is not given is as a development hub has it. */
  readonly gateway: (transports: Record<string, SubgraphTransport>, over?: Partial<GatewayOptions>) => Promise<Gateway>;
  /** Both subgraphs over HTTP. */
  readonly overHttp: () => Promise<Record<string, HttpTransport>>;
  readonly stop: () => Promise<void>;
}

async function serveAll(door: Fixture['door'], stops: (() => unknown)[]): Promise<Record<string, HttpTransport>> {
  const transports: Record<string, HttpTransport> = {};
  for (const { name } of subgraphs) {
    const { url, stop } = await serve(name, door(name));
    const transport = httpTransport({ url, audience: name, timeoutMs: patientMs });
    transports[name] = transport;
    stops.push(transport.close, stop);
  }
  return transports;
}

export async function fixture(): Promise<Fixture> {
  const keys = mkdtempSync(path.join(tmpdir(), 'gateway-'));
  await ensureKeys(keys, { gateway: null });
  const minter = await Minter.of(currentKey(keys, 'gateway'));
  const door = (name: string): Door => new Door(name, readDoorKeys(keys));
  const stops: (() => unknown)[] = [];
  return {
    minter,
    door,
    gateway: async (transports, over = {}) => {
      const gateway = await createGateway({
        supergraph: supergraphOf(subgraphs),
        transports,
        minter,
        enforceScopes: true,
        limits: defaultLimits,
        safelist: null,
        production: false,
        timeoutMs: patientMs,
        log: createLog('silent'),
        metrics: new GatewayMetrics(new Registry()),
        ...over,
      });
      stops.push(gateway.dispose);
      return gateway;
    },
    overHttp: () => serveAll(door, stops),
    stop: async () => {
      for (const stop of stops) await stop();
    },
  };
}

export const everything = ['partnership:read', 'social-care:read'];

export const person = (sub: string, scopes: readonly string[] = everything): SignedIn => ({
  sub,
  name: sub,
  org: '900001',
  role: 'senco',
  purpose: 'TEAM_AROUND_SCHOOL',
  purposes: ['TEAM_AROUND_SCHOOL', 'EARLY_HELP'],
  scopes: [...scopes],
});

export const ask = (query: string, variables: Record<string, unknown> = {}) => ({ query, variables });
