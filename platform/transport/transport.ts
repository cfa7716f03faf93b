import type { DocumentNode, GraphQLFormattedError } from 'graphql';

/** One call of the gateway, or of a system process, to one subgraph. */
export interface SubgraphCall {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /**
   * Seals the request's voucher for an audience. Over HTTP: per call, with the operation's digest. In process: once a
   * request (the caller of the transport remembers it).
   */
  readonly seal: (audience: string, digest?: string) => Promise<string>;
  /**
   * The object that stands for the client's request: co-located subgraphs share one unit of work per such object.
   * Never the subgraph's own context.
   */
  readonly request: object;
}

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** How a subgraph is reached: `(document, variables, caller) → { data, errors }`, over HTTP or in process. */
export type SubgraphTransport = (call: SubgraphCall) => Promise<SubgraphAnswer>;
