import type { Command } from 'commander';
import { parse } from 'graphql';
import { defaultLimits } from '../../gateway/limits.js';
import { publicSchema } from '../../gateway/public-schema.js';
import { type RegisteredOperation, RegisteredOperations } from '../../gateway/registered-operations.js';
import { sha256 } from '../../gateway/safelist.js';
import { readEnvironment } from '../../platform/config/environment.js';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { ensureDataDir } from '../database.js';
import { operationsFolder } from '../operations-folder.js';
import { filesNamed } from '../operations/files-named.js';
import { readOperations } from '../operations/read-operations.js';
import { requireOptions } from '../required-options.js';
import { committedSupergraph } from '../schema-files.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The operations of some files, as the gateway would answer them; InvalidInput, after a line a fault, where it would not. */
function checked(files: readonly string[]): readonly RegisteredOperation[] {
  const schema = publicSchema(parse(committedSupergraph(), { noLocation: true }));
  const { operations, faults } = readOperations(filesNamed(files), schema, defaultLimits);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  const [first, ...more] = faults;
  if (first !== undefined)
    throw new InvalidInput(
      more.length === 0
        ? 'One fault: nothing was registered.'
        : `${String(faults.length)} faults: nothing was registered.`,
    );
  return operations;
}

function tell(operations: readonly RegisteredOperation[]): void {
  for (const { name, text } of operations) say(`${sha256(text)}  ${name}`);
}

function add(client: string, files: readonly string[]): void {
  const operations = checked(files);
  const { dataDir } = readEnvironment();
  ensureDataDir(dataDir);
  const fresh = new RegisteredOperations(operationsFolder(dataDir)).add(client, operations);
  tell(operations);
  say(`${client}: ${String(fresh)} new, ${String(operations.length - fresh)} known already.`);
}

/** operations check, operations add. */
export function addOperationsCommands(program: Command): void {
  const operations = program.command('operations').description('the safelist of partners’ own operations');
  operations
    .command('check <files...>')
    .description(
      'say whether the gateway would answer the operations of these files or quoted patterns, a line for each fault',
    )
    .action((files: string[]) => {
      tell(checked(files));
    });
  requireOptions(operations.command('add <files...>'), [
    { flags: '--client <name>', about: 'whose they are: small letters, digits and hyphens' },
  ])
    .description('let a client ask the operations of these files; a gateway that runs takes them from then on')
    .action((files: string[], { client }: { client: string }) => {
      add(client, files);
    });
}
