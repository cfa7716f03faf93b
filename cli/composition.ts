import type { DomainSchema } from '../platform/db/migrate.js';
import { Defect } from '../platform/errors/hub-error.js';
import type { Area } from '../platform/ingest/area.js';
import { type OfferedSource, wordOf } from '../platform/ingest/ingest-source.js';
import { RecordSources } from '../platform/ingest/record-sources.js';
import type { SubgraphManifest } from '../platform/subgraph/manifest.js';
import { councilCode } from '../platform/vocabulary/council-code.js';
import type { Domain } from '../platform/vocabulary/domain.js';

/** Any subgraph, where what its services are is its own business. */
export type AnyManifest = SubgraphManifest<never>;

/** A source, and the domain it belongs to. */
export interface SourceOfDomain {
  readonly domain: Domain;
  readonly source: OfferedSource;
}

/** Subgraphs put together, in the order of their ports, and what follows from all of them at once. */
export class Composition {
  /** What each domain brings to the database; what it hears follows from its consumers. */
  readonly schemas: readonly DomainSchema[];
  /** Every source the hub takes in, by the word after `hub ingest`. */
  readonly sources: ReadonlyMap<string, SourceOfDomain>;
  /** What the sources of every domain declare of the people in them: the partnership, which matches them, is handed it. */
  readonly recordSources: RecordSources;

  /** Defect where two sources have one word, or declare one name or precedence for two bodies of records. */
  constructor(readonly manifests: readonly AnyManifest[]) {
    this.schemas = manifests.map(({ schema, consumers }) => ({
      ...schema,
      hears: (consumers ?? []).flatMap(({ hears }) => hears),
    }));
    this.sources = sourcesOf(manifests, areaOf(this));
    this.recordSources = new RecordSources([...this.sources.values()].flatMap(({ source }) => source.records ?? []));
  }
}

/** What the sources of every domain declare is asked for only as files are read. */
const areaOf = (composition: Composition): Area => ({
  council: councilCode,
  get recordSources() {
    return composition.recordSources;
  },
});

function sourcesOf(manifests: readonly AnyManifest[], area: Area): ReadonlyMap<string, SourceOfDomain> {
  const all = new Map<string, SourceOfDomain>();
  for (const { domain, ingest } of manifests) {
    for (const source of ingest?.(area) ?? []) {
      const word = wordOf(source);
      if (all.has(word)) throw new Defect(`Two sources are called ${word}.`);
      all.set(word, { domain, source });
    }
  }
  return all;
}
