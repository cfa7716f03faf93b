import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { readEnvironment } from '../../platform/config/environment.js';
import { productRoot } from '../../platform/config/product-root.js';
import { databaseOf, loginUrl } from '../../platform/db/logins.js';
import { roleNames, subgraphName } from '../../platform/db/names.js';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import type { Domain } from '../../platform/vocabulary/domain.js';
import { loginsFor, migrateHub, openServer } from '../database.js';
import { digests } from '../digest.js';
import { manifests } from '../domains.js';
import { renderFormats } from '../formats.js';
import { renderPersonas } from '../personas-doc.js';
import { staleSchema, writeSchema } from '../schema-files.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function migrate(): Promise<void> {
  const environment = readEnvironment();
  const server = await openServer(environment);
  try {
    await migrateHub(environment, server.adminUrl);
    say('The database is migrated.');
  } finally {
    await server.stop();
  }
}

function domainsNamed(name: string | undefined): Domain[] {
  const known = manifests.map(({ domain }) => domain);
  if (name === undefined) return known;
  const found = known.find((domain) => subgraphName(domain) === name);
  if (!found) throw new InvalidInput(`There is no domain ${name}: use one of ${known.map(subgraphName).join(', ')}.`);
  return [found];
}

async function check(name: string | undefined, json: boolean): Promise<void> {
  const environment = readEnvironment();
  const domains = domainsNamed(name);
  const server = await openServer(environment);
  try {
    const prefix = databaseOf(server.adminUrl);
    const operator = loginUrl(server.adminUrl, roleNames(prefix).operator, loginsFor(environment, prefix));
    const found = await digests(operator, domains);
    if (json) say(JSON.stringify(found));
    else for (const [domain, digest] of Object.entries(found)) say(`${domain}  ${digest}`);
  } finally {
    await server.stop();
  }
}

async function schema(onlyCheck: boolean): Promise<void> {
  if (!onlyCheck) {
    for (const file of await writeSchema()) say(`schema/${file}`);
    return;
  }
  const stale = await staleSchema();
  if (stale.length > 0)
    throw new InvalidInput(`The committed schema is not what the code prints (${stale.join(', ')}): run hub schema.`);
  say('The committed schema is current.');
}

/** The documents that are written from the code, so that neither can drift from the other. */
function writeDocs(): void {
  writeFileSync(path.join(productRoot, 'docs/formats.md'), renderFormats());
  writeFileSync(path.join(productRoot, 'docs/personas.md'), renderPersonas());
}

/** migrate, schema, check. */
export function addDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database, the roles and the keys to the present shape')
    .action(migrate);
  program
    .command('schema')
    .description('print each subgraph’s SDL, the supergraph, and the documents written from the code')
    .option('--check', 'only say whether the committed schema is current')
    .action(async ({ check: onlyCheck }: { check?: boolean }) => {
      await schema(onlyCheck ?? false);
      if (!onlyCheck) writeDocs();
    });
  program
    .command('check')
    .description('one digest of each domain’s meaning-bearing rows')
    .requiredOption('--digest [domain]', 'of one domain, or of all')
    .option('--json', 'one JSON document')
    .action(({ digest, json }: { digest: string | true; json?: boolean }) =>
      check(digest === true ? undefined : digest, json ?? false),
    );
}
