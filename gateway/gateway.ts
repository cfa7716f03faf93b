import { DisposableSymbols, getExecutorForUnifiedGraph } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, Kind, parse, visit } from 'graphql';
import type { Minter } from '../platform/auth/minter.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { Answering, type Answer, type Planner } from './answering.js';
import type { Asking, SignedIn } from './asking.js';
import { Documents, type DocumentRules } from './documents.js';
import { FieldScopes } from './field-scopes.js';
import { FreshNames } from './fresh-names.js';
import type { DocumentOutcome } from './metrics.js';
import { publicSchema } from './public-schema.js';
import type { Question } from './question.js';
import { RefusalNotes } from './refusal-notes.js';
import { Subgraphs, type SubgraphsOptions } from './subgraphs.js';

export interface GatewayOptions extends SubgraphsOptions, DocumentRules {
  /** The committed supergraph's SDL. */
  readonly supergraph: string;
  readonly minter: Minter;
  /** Off only for a supergraph without authorization directives: one that carries them is then not served. */
  readonly enforceScopes: boolean;
}

/**
 * The one door to all domains: plans, vouches, asks, and puts together what came back, partial where a domain gave no
 * answer. Two requests share nothing but parsed documents and their plans, which hold no values: no answer is cached,
 * and no call to a subgraph ever serves two callers.
 */
export interface Gateway {
  /** Never rejects. */
  readonly answer: (question: Question, who: SignedIn) => Promise<Answer>;
  readonly dispose: () => Promise<void>;
}

/** InvalidInput where the supergraph cannot be served as it reads. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const supergraph = read(options.supergraph);
  const scopes = FieldScopes.of(supergraph);
  if (!options.enforceScopes && scopes.found) {
    throw new InvalidInput('The supergraph carries authorization directives and their enforcement is off: turn it on.');
  }
  for (const name of subgraphNames(supergraph)) {
    if (!options.transports[name]) throw new InvalidInput(`The supergraph names ${name}, which is not configured.`);
  }
  const schema = shown(supergraph);
  const documentRead = (outcome: DocumentOutcome): void => {
    options.metrics.documentRead(outcome);
  };
  const documents = new Documents(schema, { ...options, documentRead });
  const { plan, dispose } = await startPlanner(options.supergraph, new Subgraphs(options));
  const refusals = new RefusalNotes(options);
  const { minter, log } = options;
  const freshNames = new FreshNames(supergraph);
  const answering = new Answering({ schema, documents, scopes, freshNames, plan, minter, log, refusals });
  const end = async (): Promise<void> => {
    await refusals.finish();
    await dispose();
  };
  return { answer: answering.answer, dispose: end };
}

const unreadable = (): InvalidInput =>
  new InvalidInput('The supergraph cannot be read: run hub schema, which writes it.');

function read(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch {
    throw unreadable();
  }
}

/** A file that was cut short may parse, and make no schema. */
function shown(supergraph: DocumentNode): GraphQLSchema {
  try {
    return publicSchema(supergraph);
  } catch {
    throw unreadable();
  }
}

/** The names subgraphs were composed under, such as `social-care`; the planner uses the same. */
function subgraphNames(supergraph: DocumentNode): string[] {
  const names: string[] = [];
  visit(supergraph, {
    Directive(node) {
      const name = node.arguments?.find((argument) => argument.name.value === 'name')?.value;
      if (node.name.value === 'join__graph' && name?.kind === Kind.STRING) names.push(name.value);
    },
  });
  if (names.length === 0) throw unreadable();
  return names;
}

/**
 * Hive's runtime with its Rust planner, used without its HTTP front and without its HTTP client: those share one
 * caller's answer with another unless told not to, and pass subgraphs' own errors through.
 */
async function startPlanner(
  sdl: string,
  subgraphs: Subgraphs,
): Promise<{ plan: Planner; dispose: () => Promise<void> }> {
  const execute = getExecutorForUnifiedGraph<Asking>({
    getUnifiedGraph: () => sdl,
    handleUnifiedGraph: unifiedGraphHandler,
    // Merging calls would make a new document each time, and one failure of two.
    batch: false,
    transports: () => ({
      getSubgraphExecutor:
        ({ subgraphName }) =>
        (request) =>
          subgraphs.ask(subgraphName, request.context as unknown as Asking, {
            document: request.document,
            variables: request.variables ?? {},
          }) as Promise<ExecutionResult<never>>,
    }),
  });
  const plan: Planner = async (request, asking) => (await execute({ ...request, context: asking })) as ExecutionResult;
  try {
    await execute({ document: parse('{ __typename }') });
  } catch {
    throw unreadable();
  }
  return { plan, dispose: async () => execute[DisposableSymbols.asyncDispose]() };
}
