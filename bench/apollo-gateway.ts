import { ApolloGateway, type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { composeServices } from '@theguild/federation-composition';
import { type DocumentNode, Kind, parse, visit } from 'graphql';
import { Agent, fetch } from 'undici';
import { manifests } from '../cli/domains.js';
import { Asking } from '../gateway/asking.js';
import { authenticator } from '../gateway/authenticate.js';
import type { TrustedIssuer } from '../platform/auth/issuers.js';
import { assertionHeader, digestOf, type Minter } from '../platform/auth/minter.js';
import { subgraphName } from '../platform/db/names.js';
import { Defect } from '../platform/errors/hub-error.js';
import { federatedSchema } from '../platform/subgraph/federated-schema.js';

export interface ApolloOptions {
  readonly urlOf: (subgraph: string) => string;
  readonly minter: Minter;
  readonly issuers: readonly TrustedIssuer[];
  readonly port: number;
  /** Its own HTTP client, or undici's. */
  readonly fetcher: 'default' | 'undici';
  readonly onCall: () => void;
}

interface Context {
  readonly asking: Asking | undefined;
}

const refused = new Set(['requiresScopes', 'authenticated']);

/** The subgraph without the authorization directives, which this gateway does not know. Its doors still enforce them. */
function withoutScopes(sdl: string): DocumentNode {
  return visit(parse(sdl), {
    Directive: ({ name }) => (refused.has(name.value) ? null : undefined),
    ListValue: (list) => ({
      ...list,
      values: list.values.filter((value) => value.kind !== Kind.STRING || !refused.has(value.value.replace('@', ''))),
    }),
  });
}

async function openSupergraph(urlOf: ApolloOptions['urlOf']): Promise<string> {
  const services = await Promise.all(
    manifests.map(async (manifest) => {
      const name = subgraphName(manifest.domain);
      const { sdl } = await federatedSchema(manifest);
      return { name, typeDefs: withoutScopes(sdl), url: urlOf(name) };
    }),
  );
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Defect(`The subgraphs do not compose: ${errors?.[0]?.message ?? ''}`);
  return supergraphSdl;
}

/** Seals every call to the text that is sent, as the hub's own gateway does over HTTP. */
class Sealed extends RemoteGraphQLDataSource<Context> {
  constructor(
    private readonly audience: string,
    private readonly onCall: () => void,
    config: Partial<RemoteGraphQLDataSource<Context>>,
  ) {
    super(config);
  }

  override async willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>): Promise<void> {
    const { asking } = context as Partial<Context>;
    if (!asking || request.query === undefined) throw new Defect('A call without a caller.');
    this.onCall();
    const envelope = await asking.seal(this.audience, digestOf(request.query, request.variables));
    request.http?.headers.set(assertionHeader, envelope);
  }
}

function undiciFetcher(): RemoteGraphQLDataSource['fetcher'] {
  const dispatcher = new Agent({ connections: 16 });
  return (url: string, init: Parameters<typeof fetch>[1]) => fetch(url, { ...init, dispatcher });
}

/** @apollo/gateway on @apollo/server before the same subgraphs, for the same callers. */
export async function serveApollo(options: ApolloOptions): Promise<string> {
  const { urlOf, minter, port, onCall } = options;
  const client = options.fetcher === 'undici' ? { fetcher: undiciFetcher() } : {};
  const gateway = new ApolloGateway({
    supergraphSdl: await openSupergraph(urlOf),
    buildService: ({ name, url }) => new Sealed(name, onCall, { url, ...client }),
  });
  const server = new ApolloServer<Context>({ gateway, stopOnTerminationSignals: false });
  const authenticate = authenticator(options.issuers);
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port },
    context: async ({ req }) => ({ asking: new Asking(minter, await authenticate(req.headers)) }),
  });
  return url;
}
