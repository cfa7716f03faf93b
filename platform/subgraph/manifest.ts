import type { GraphQLResolveInfo } from 'graphql';
import type { NonEmptyArray } from 'type-graphql';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Caller } from '../auth/door.js';
import type { DomainSchema } from '../db/migrate.js';
import type { LookUp } from '../db/look-up.js';
import type { RefusedFields } from '../db/refusal.repository.js';
import type { SourceFacts } from '../db/source-facts.repository.js';
import type { UnitOfWork } from '../db/unit-of-work.js';
import type { WriteUnit } from '../db/write-unit.js';
import type { Consumer } from '../events/consumer.js';
import type { Area } from '../ingest/area.js';
import type { OfferedSource } from '../ingest/ingest-source.js';
import type { RecordSources } from '../ingest/record-sources.js';
import type { SourceQualityFact } from '../quality/source-quality-fact.type.js';
import type { Domain } from '../vocabulary/domain.js';
import type { ToldByCopies } from './told-by-copies.js';

/** Everything one request has in one subgraph before its services are made. */
export interface RequestScope {
  readonly caller: Caller;
  readonly unit: UnitOfWork;
  readonly writes: WriteUnit;
  /** For what is of no child. */
  readonly lookUp: LookUp;
  /** How old the domain's sources are: facts of the source, never of a child. */
  readonly sources: () => Promise<SourceFacts>;
  /** Whose records of people the hub takes in, as their sources declare them. */
  readonly recordSources: RecordSources;
  /** Today in the partnership's area, as an ISO date. */
  readonly today: string;
}

/** What resolvers are handed. */
export interface SubgraphContext<Services> {
  readonly caller: Caller;
  readonly services: Services;
  /** Writes down what the caller was refused by scope; false where no more is written within this minute. */
  readonly noteRefused: (refused: RefusedFields) => Promise<boolean>;
  /** What of this answer is made of copies of other domains' facts. */
  readonly copies: ToldByCopies;
  /** What came of the files of the domain's sources: for the hub's own feed. */
  readonly sourceQuality: () => Promise<readonly SourceQualityFact[]>;
}

/** Resolves a reference by the same service method as the query beside it. */
export type Reference<Services> = (
  reference: Readonly<Record<string, unknown>>,
  context: SubgraphContext<Services>,
  info: GraphQLResolveInfo,
) => unknown;

export type Class = abstract new (...given: never[]) => unknown;

/** One subgraph: what it is called, what it can answer, what it brings to the database. */
export interface SubgraphManifest<Services> {
  readonly domain: Domain;
  readonly schema: Omit<DomainSchema, 'hears'>;
  readonly rows: readonly EntityTarget<ObjectLiteral>[];
  readonly resolvers: NonEmptyArray<Class>;
  readonly orphanedTypes?: readonly Class[];
  readonly references: Readonly<Record<string, Reference<Services>>>;
  /** The entities that are its own: what another subgraph adds to one is nullable. */
  readonly owns?: readonly string[];
  readonly services: (scope: RequestScope) => Services;
  /** What whoever is signed in may ask for without any scope, as `Type.field`: nothing else is built without one. */
  readonly openFields?: readonly string[];
  /** The federation directives its SDL uses: the usual ones unless given. */
  readonly federationImports?: readonly string[];
  /** The sources it takes in, for one council's area. It is made before `recordSources` can be asked. */
  readonly ingest?: (area: Area) => readonly OfferedSource[];
  /** The copies it keeps of other domains' facts. */
  readonly consumers?: readonly Consumer[];
}
