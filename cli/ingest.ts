import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import type { Caller } from '../platform/auth/door.js';
import { coLocated, type Minter } from '../platform/auth/minter.js';
import { asSystem } from '../platform/db/as-system.js';
import type { LookUp } from '../platform/db/look-up.js';
import { subgraphName } from '../platform/db/names.js';
import { WriteUnit } from '../platform/db/write-unit.js';
import { InvalidInput, Unavailable } from '../platform/errors/hub-error.js';
import type { IngestSource, OfferedSource } from '../platform/ingest/ingest-source.js';
import type { ResolvedPerson } from '../platform/ingest/record.js';
import { RejectRepository } from '../platform/ingest/reject.repository.js';
import type { IngestCounts } from '../platform/ingest/ingest-counts.js';
import type { IngestOptions } from '../platform/ingest/ingest-options.js';
import { ingest } from '../platform/ingest/runner.js';
import type { Subgraph } from '../platform/subgraph/subgraph.js';
import type { SubgraphTransport } from '../platform/transport/transport.js';
import { Domain } from '../platform/vocabulary/domain.js';
import type { Assembly } from './assemble.js';
import type { Composition } from './composition.js';
import { hub } from './domains.js';
import { WrongUsage } from './wrong-usage.js';

const resolveDocument = parse(
  `mutation Resolve($records: [PersonEvidenceInput!]!, $trial: Boolean) {
    resolveChildren(records: $records, trial: $trial) { childId inReview numberDisputed deleted }
  }`,
);

/** The source of the files' year: one that is told a year needs it, and no other takes one. */
function ofYear(word: string, source: OfferedSource, year: number | null, today?: string): IngestSource {
  if (!('ofYear' in source)) {
    if (year !== null) throw new WrongUsage(`The source ${word} takes no --year: its files say when they are of.`);
    return source;
  }
  if (year === null) throw new WrongUsage(`The source ${word} needs --year YYYY: the year on whose 31 March it ends.`);
  // Its word would stand over that of every return to come, until that year.
  if (today !== undefined && source.beginsOn(year) > today)
    throw new WrongUsage(`The year of --year ${String(year)} has not begun: it is the year on whose 31 March it ends.`);
  return source.ofYear(year);
}

/**
 * The source a word names, and its files, checked before anything is opened. Throws WrongUsage for a word that is no source, and for a year that is
 * missing, not asked for, or not begun on the day given.
 */
export function sourceNamed(
  word: string,
  files: readonly string[],
  year: number | null = null,
  today?: string,
  { sources: known }: Pick<Composition, 'sources'> = hub,
): { domain: Domain; source: IngestSource } {
  const found = known.get(word);
  if (!found) throw new WrongUsage(`There is no source ${word}: use one of ${[...known.keys()].join(', ')}.`);
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new InvalidInput(`The file ${missing} does not exist.`);
  return { domain: found.domain, source: ofYear(word, found.source, year, today) };
}

async function systemCaller(minter: Minter, subgraph: Subgraph): Promise<Caller> {
  return subgraph.door.enterInProcess(await minter.seal(minter.vouchForSystem(), coLocated));
}

function resolver(transport: SubgraphTransport, minter: Minter): IngestOptions['resolve'] {
  return async (people, { trial }): Promise<ResolvedPerson[]> => {
    const voucher = minter.vouchForSystem();
    const answer = await transport({
      document: resolveDocument,
      variables: { records: people, trial },
      request: { id: randomUUID() },
      seal: (audience, digest) => minter.seal(voucher, audience, digest),
    });
    const resolved = answer.data?.['resolveChildren'] as ResolvedPerson[] | null | undefined;
    if (!resolved)
      throw new Unavailable('The partnership could not say whose these records are.', {
        code: answer.errors?.[0]?.extensions?.['code'],
      });
    return resolved;
  };
}

/** The source with its format as the domain keeps it. */
async function asKept(source: IngestSource, subgraph: Subgraph, minter: Minter): Promise<IngestSource> {
  if (!source.formatKept) return source;
  const { voucher } = await systemCaller(minter, subgraph);
  const lookUp: LookUp = async ({ text, values, parse }) => {
    const rows = await asSystem(subgraph.source, voucher, (query) => query(text, values));
    return rows.map((row) => (parse ? parse(row) : row)) as never;
  };
  return { ...source, format: await source.formatKept(lookUp) };
}

/** Ingests files of one source through the same doors as everyone, with the ingest process's own key. */
export async function ingestFiles(
  assembly: Assembly,
  word: string,
  files: readonly string[],
  {
    year,
    ...options
  }: Pick<IngestOptions, 'dryRun' | 'batch' | 'onProgress' | 'onFaults'> & { readonly year?: number | null } = {},
): Promise<IngestCounts> {
  const { domain, source } = sourceNamed(word, files, year, assembly.today(), assembly.composition);
  const minter = await assembly.minter('ingest');
  const subgraph = assembly.subgraphs.get(domain);
  const partnership = assembly.transports[subgraphName(Domain.PARTNERSHIP)];
  if (!subgraph || !partnership) throw new Unavailable('The target of this source does not stand in this process.');
  return ingest({
    domain,
    source: await asKept(source, subgraph, minter),
    files,
    today: assembly.today(),
    ...options,
    caller: () => systemCaller(minter, subgraph),
    writes: (caller) => new WriteUnit(subgraph.source, domain, caller, assembly.metrics),
    resolve: resolver(partnership, minter),
    rejects: new RejectRepository(subgraph.source, domain),
  });
}
