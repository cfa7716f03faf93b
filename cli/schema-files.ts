import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../platform/config/product-root.js';
import { subgraphName } from '../platform/db/names.js';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { federatedSchema } from '../platform/subgraph/federated-schema.js';
import { compose, contributedNonNull, type PrintedSubgraph } from '../schema/compose.js';
import type { AnyManifest } from './composition.js';
import { manifests, subgraphPort } from './domains.js';

const folder = path.join(productRoot, 'schema');
const defaultPort = 4000;

/** Which subgraph owns an entity that others add fields to. */
const ownersIn = (from: readonly AnyManifest[]): Readonly<Record<string, string>> =>
  Object.fromEntries(from.flatMap(({ domain, owns }) => (owns ?? []).map((type) => [type, subgraphName(domain)])));

async function print(manifest: AnyManifest): Promise<PrintedSubgraph> {
  const name = subgraphName(manifest.domain);
  const { sdl } = await federatedSchema(manifest);
  return { name, sdl, url: `http://127.0.0.1:${String(subgraphPort(name, defaultPort))}/graphql` };
}

/** The contract as the code has it now: one SDL a subgraph and the supergraph, by file name. */
export async function printSchema(from: readonly AnyManifest[] = manifests): Promise<ReadonlyMap<string, string>> {
  const subgraphs = await Promise.all(from.map(print));
  const nonNull = contributedNonNull(subgraphs, ownersIn(from));
  if (nonNull.length > 0) throw new InvalidInput(`These contributed fields must be nullable: ${nonNull.join(', ')}.`);
  return new Map([
    ...subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const),
    ['supergraph.graphql', compose(subgraphs)],
  ]);
}

export async function writeSchema(): Promise<string[]> {
  const files = await printSchema();
  for (const [name, text] of files) writeFileSync(path.join(folder, name), text);
  return [...files.keys()];
}

/** The committed files that the code no longer prints; empty when the contract is current. */
export async function staleSchema(committed: string = folder): Promise<string[]> {
  const held = (name: string): string => {
    const file = path.join(committed, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return [...(await printSchema())].filter(([name, text]) => held(name) !== text).map(([name]) => name);
}

/** The supergraph the gateway boots from. */
export function committedSupergraph(): string {
  const file = path.join(folder, 'supergraph.graphql');
  if (!existsSync(file)) throw new InvalidInput('schema/supergraph.graphql is missing: run hub schema.');
  return readFileSync(file, 'utf8');
}

/** The safelisted operations, each by the name of its file. */
export function operations(): { readonly name: string; readonly text: string }[] {
  const at = path.join(folder, 'operations');
  return readdirSync(at)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => ({ name: path.basename(file, '.graphql'), text: readFileSync(path.join(at, file), 'utf8') }));
}
