import '../db/plain-dates.js';
import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import { DataSource } from 'typeorm';
import type { Caller, Door } from '../auth/door.js';
import { schemaOf, subgraphName } from '../db/names.js';
import { SourceFactsRepository } from '../db/source-facts.repository.js';
import { UnitOfWork, type UnitOptions } from '../db/unit-of-work.js';
import { WriteUnit } from '../db/write-unit.js';
import { mask } from '../errors/mask.js';
import { framesOf, type Log } from '../telemetry/log.js';
import type { Domain } from '../vocabulary/domain.js';
import { federatedSchema } from './federated-schema.js';
import type { SubgraphContext, SubgraphManifest } from './manifest.js';
import type { SubgraphAnswer } from './transport.js';

/** What a process gives a subgraph to stand on. */
export interface Ground {
  readonly door: Door;
  /** The domain's own login, for writes. */
  readonly databaseUrl: string;
  readonly unit: UnitOptions;
  readonly log: Log;
  readonly today: () => string;
}

/** A built subgraph: a schema and a door, no server. */
export interface Subgraph {
  readonly name: string;
  readonly domain: Domain;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly door: Door;
  readonly source: DataSource;
  /** The context of one request; the unit may be shared with co-located domains. */
  context(caller: Caller, unit?: UnitOfWork): SubgraphContext<unknown>;
  unitFor(caller: Caller): UnitOfWork;
  execute(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    context: SubgraphContext<unknown>,
  ): Promise<SubgraphAnswer>;
  /** Masks an error for the wire, writing to the log what only we should know. */
  shown(error: unknown): ReturnType<typeof mask>['shown'];
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Connections a domain's writes may use at once. */
const writeConnections = 4;

function dataSource(url: string, rows: SubgraphManifest<unknown>['rows']): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...rows] as never[],
    synchronize: false,
    poolSize: writeConnections,
    extra: {
      connectionTimeoutMillis: 1000,
      options: '-c timezone=UTC -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000',
    },
  });
}

/** Builds one subgraph. Nothing lives in a process-wide singleton: two hubs may stand in one process. */
export async function buildSubgraph<Services>(manifest: SubgraphManifest<Services>, ground: Ground): Promise<Subgraph> {
  const { domain } = manifest;
  const { schema, sdl } = await federatedSchema(manifest);
  const source = dataSource(ground.databaseUrl, manifest.rows);
  const facts = new SourceFactsRepository(source, schemaOf(domain));
  const unitFor = (caller: Caller): UnitOfWork => new UnitOfWork(caller.voucher, ground.unit);
  const shown = (error: unknown): ReturnType<typeof mask>['shown'] => {
    const masked = mask(error);
    if (masked.worthLogging !== null) {
      const cause = masked.worthLogging as {
        name?: string;
        code?: string;
        details?: { sqlState?: string };
        cause?: unknown;
      };
      ground.log.error(
        {
          domain,
          code: cause.code,
          errorName: cause.name,
          sqlState: cause.details?.sqlState,
          stack: framesOf(cause.cause ?? cause),
        },
        'a call failed',
      );
    }
    return masked.shown;
  };
  return {
    name: subgraphName(domain),
    domain,
    schema,
    sdl,
    door: ground.door,
    source,
    unitFor,
    shown,
    context(caller, unit = unitFor(caller)) {
      const writes = new WriteUnit(source, caller, ground.unit.metrics);
      return {
        caller,
        services: manifest.services({ caller, unit, writes, sources: () => facts.read(), today: ground.today() }),
      };
    },
    async execute(document, variables, context) {
      const result = await execute({ schema, document, variableValues: variables, contextValue: context });
      return { data: result.data ?? null, ...(result.errors ? { errors: result.errors.map(shown) } : {}) };
    },
    async ready() {
      if (!source.isInitialized) await source.initialize();
    },
    async close() {
      if (source.isInitialized) await source.destroy();
    },
  };
}
