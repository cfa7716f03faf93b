import '../db/plain-dates.js';
import { type DocumentNode, execute, type GraphQLSchema } from 'graphql';
import { DataSource } from 'typeorm';
import type { Caller, Door } from '../auth/door.js';
import { connect } from '../db/connect.js';
import { lookUpIn } from '../db/look-up.js';
import { schemaOf, subgraphName } from '../db/names.js';
import { RefusalRepository, type RefusedFields } from '../db/refusal.repository.js';
import { patiently } from '../db/patiently.js';
import { type SourceFacts, SourceFactsRepository } from '../db/source-facts.repository.js';
import { toldDay } from '../db/told-day.repository.js';
import { UnitOfWork } from '../db/unit-of-work.js';
import type { UnitOptions } from '../db/unit-options.js';
import { WriteUnit } from '../db/write-unit.js';
import { mask } from '../errors/mask.js';
import { BehindRepository } from '../events/behind.repository.js';
import type { RecordSources } from '../ingest/record-sources.js';
import { toldQuality } from '../quality/source-quality.repository.js';
import type { SourceQualityFact } from '../quality/source-quality-fact.type.js';
import { framesOf, type Log } from '../telemetry/log.js';
import type { Domain } from '../vocabulary/domain.js';
import { type FederatedSchema, federatedSchema } from './federated-schema.js';
import type { SubgraphContext, SubgraphManifest } from './manifest.js';
import { ToldByCopies } from './told-by-copies.js';
import type { SubgraphAnswer } from '../transport/transport.js';

/** What a process gives a subgraph to stand on. */
export interface Ground {
  readonly door: Door;
  /** The domain's own login, for writes. */
  readonly databaseUrl: string;
  readonly unit: UnitOptions;
  readonly log: Log;
  /** What the sources of every domain declare. */
  readonly recordSources: RecordSources;
  readonly today: () => string;
  /** The longest that a write may wait for a connection, its turn among other writes included, in milliseconds. */
  readonly connectMs: number;
  /** Connections a domain's writes may use at once. */
  readonly writeConnections: number;
  /** How long what a domain said may be unheard before answers made of it say that they are late, in milliseconds. */
  readonly feedLateMs: number;
}

function dataSource(
  { databaseUrl: url, connectMs, writeConnections }: Ground,
  rows: SubgraphManifest<unknown>['rows'],
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...rows] as never[],
    synchronize: false,
    poolSize: writeConnections,
    extra: {
      connectionTimeoutMillis: connectMs,
      // What a write sends without waiting in between goes out at once, and is answered in its order.
      pipeline: true,
      options: '-c timezone=UTC -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000',
    },
  });
}

type Shown = ReturnType<typeof mask>['shown'];

/**
 * A built subgraph: a schema and a door, no server. Nothing lives in a process-wide singleton: two hubs may stand in
 * one process.
 */
export class Subgraph {
  readonly name: string;
  readonly domain: Domain;
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly door: Door;
  /** The domain's own login, for writes. */
  readonly source: DataSource;
  private readonly facts: SourceFactsRepository;
  private readonly refusals: RefusalRepository;
  private readonly behind: BehindRepository;
  private reaching: Promise<boolean> | null = null;

  private constructor(
    private readonly manifest: SubgraphManifest<unknown>,
    private readonly ground: Ground,
    { schema, sdl }: FederatedSchema,
  ) {
    this.name = subgraphName(manifest.domain);
    this.domain = manifest.domain;
    this.schema = schema;
    this.sdl = sdl;
    this.door = ground.door;
    this.source = dataSource(ground, manifest.rows);
    this.facts = new SourceFactsRepository(this.source, schemaOf(manifest.domain));
    this.refusals = new RefusalRepository(this.source, manifest.domain);
    const shown = (manifest.consumers ?? []).filter(({ shownIn }) => shownIn !== undefined);
    this.behind = new BehindRepository(this.source, manifest.domain, shown, ground.feedLateMs);
  }

  static async build<Services>(manifest: SubgraphManifest<Services>, ground: Ground): Promise<Subgraph> {
    return new Subgraph(manifest as SubgraphManifest<unknown>, ground, await federatedSchema(manifest));
  }

  /** The day its database was told to stand at (HUB_TODAY); null where days go by as they do. */
  toldDay(): Promise<string | null> {
    return toldDay(this.source);
  }

  /** Whether its database answers now. Those who ask at once share one try: asking often costs it nothing. */
  reachesDatabase(): Promise<boolean> {
    this.reaching ??= this.toldDay()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        this.reaching = null;
      });
    return this.reaching;
  }

  unitFor(caller: Caller): UnitOfWork {
    return new UnitOfWork(caller.voucher, this.ground.unit);
  }

  /** The context of one request; the unit may be shared with co-located domains. */
  context(caller: Caller, unit = this.unitFor(caller)): SubgraphContext<unknown> {
    const writes = new WriteUnit(this.source, this.domain, caller, this.ground.unit.metrics);
    const lookUp = lookUpIn(this.domain, caller.voucher, this.ground.unit);
    const sources = (): Promise<SourceFacts> => this.facts.read();
    const { recordSources, today } = this.ground;
    const services = this.manifest.services({ caller, unit, writes, lookUp, sources, recordSources, today: today() });
    const noteRefused = (refused: RefusedFields): Promise<boolean> => this.refusals.note(caller.voucher, refused);
    const sourceQuality = (): Promise<readonly SourceQualityFact[]> => toldQuality(unit, caller, this.domain);
    return { caller, services, noteRefused, sourceQuality, copies: this.copies() };
  }

  private copies(): ToldByCopies {
    return new ToldByCopies(() => this.behind.read());
  }

  async execute(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    context: SubgraphContext<unknown>,
  ): Promise<SubgraphAnswer> {
    // One request may ask several documents at once: each answer says what of itself is late.
    const contextValue = { ...context, copies: this.copies() };
    const result = await execute({ schema: this.schema, document, variableValues: variables, contextValue });
    const failed = (result.errors ?? []).map((error) => this.shown(error));
    const errors = [...failed, ...(await contextValue.copies.late(failed))];
    return { data: result.data ?? null, ...(errors.length > 0 ? { errors } : {}) };
  }

  /** Masks an error for the wire, writing to the log what only we should know. */
  shown(error: unknown): Shown {
    const masked = mask(error);
    if (masked.worthLogging !== null) {
      const cause = masked.worthLogging as {
        name?: string;
        code?: string;
        details?: { sqlState?: string };
        cause?: unknown;
      };
      const facts = { domain: this.domain, code: cause.code, errorName: cause.name, sqlState: cause.details?.sqlState };
      this.ground.log.error({ ...facts, stack: framesOf(cause.cause ?? cause) }, 'a call failed');
    }
    return masked.shown;
  }

  /** Waits for its database, which may be busy or still starting; Unavailable, with the true reason, when it does not come. */
  async ready(): Promise<void> {
    if (this.source.isInitialized) return;
    await (await connect(this.ground.databaseUrl, `The database of ${this.name}`)).end();
    await patiently(() => this.source.initialize());
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
