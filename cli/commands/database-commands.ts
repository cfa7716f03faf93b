import type { Command } from 'commander';
import { readEnvironment } from '../../platform/config/environment.js';
import type { QualityCount } from '../../platform/db/operator.repository.js';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { asOperator } from '../as-operator.js';
import { migrateHub, openServer } from '../database.js';
import { allowedFile, sinceRelease } from '../released-schema.js';
import { staleSchema, writeSchema } from '../schema-files.js';
import { staleDocs, writeDocs } from '../written-docs.js';

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

/** What `hub check` is asked for: an option's domain, or true for all. */
interface CheckOptions {
  readonly digest?: string | true;
  readonly quality?: string | true;
  readonly json?: boolean;
}

const nameIn = (option: string | true): string | undefined => (option === true ? undefined : option);

async function check({ digest, quality, json }: CheckOptions): Promise<void> {
  if (digest !== undefined) {
    const found = await asOperator(nameIn(digest), (of) => of.digest());
    if (json) say(JSON.stringify(found));
    else for (const [domain, hash] of Object.entries(found)) say(`${domain}  ${hash}`);
  } else if (quality !== undefined) {
    const found = await asOperator(nameIn(quality), (of) => of.quality());
    if (json) say(JSON.stringify(found));
    else say(qualityLines(found).join('\n'));
  }
}

function qualityLines(found: Readonly<Record<string, readonly QualityCount[]>>): string[] {
  const lines = Object.entries(found).flatMap(([domain, counts]) =>
    counts.map(({ source, rule, message, count }) => `${domain}  ${source}  ${rule}  ${count}  ${message}`),
  );
  return lines.length > 0 ? lines : ['Nothing is counted here by a rule.'];
}

async function schema(onlyCheck: boolean): Promise<void> {
  if (!onlyCheck) {
    for (const file of await writeSchema()) say(`schema/${file}`);
    return;
  }
  const stale = await staleSchema();
  if (stale.length > 0)
    throw new InvalidInput(`The committed schema is not what the code prints (${stale.join(', ')}): run hub schema.`);
  const documents = staleDocs();
  if (documents.length > 0)
    throw new InvalidInput(`Documents are not what the code writes (${documents.join(', ')}): run hub schema.`);
  say('The committed schema is current.');
  const { release, refused, surprising } = sinceRelease();
  for (const change of surprising) say(`A client of ${release} may be surprised by: ${change}`);
  for (const change of refused) say(change);
  if (refused.length > 0)
    throw new InvalidInput(`The graph breaks a client of ${release}: ${allowedFile} in schema/released says what may.`);
  say(`It breaks no client of ${release}.`);
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
    .option(
      '--check',
      'only say whether the committed schema is current, and what it breaks for a client of the last release',
    )
    .action(async ({ check: onlyCheck }: { check?: boolean }) => {
      await schema(onlyCheck ?? false);
      if (!onlyCheck) writeDocs();
    });
  program
    .command('check')
    .description('what stands in each domain: a digest of its meaning-bearing rows, or faults counted by rule')
    .option('--digest [domain]', 'one digest of one domain, or of each')
    .option('--quality [domain]', 'facts that a data manager should know of, counted as they stand now')
    .option('--json', 'one JSON document')
    .action((options: CheckOptions, command: Command) => {
      if ((options.digest === undefined) === (options.quality === undefined))
        command.error('error: say what to check: --digest or --quality, one of the two.');
      return check(options);
    });
}
