#!/usr/bin/env node
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { HubError } from '../platform/errors/hub-error.js';
import { PostgresStartFailure } from '../platform/embedded-server/postgres-start-failure.js';
import { framesOf } from '../platform/telemetry/log.js';
import { addAreaCommands } from './commands/area-commands.js';
import { addAuditCommands } from './commands/audit-commands.js';
import { addDatabaseCommands } from './commands/database-commands.js';
import { addMatchCommands } from './commands/match-commands.js';
import { addOperationsCommands } from './commands/operations-commands.js';
import { addRepeatCommands } from './commands/repeat-commands.js';
import { addRunCommands } from './commands/run-commands.js';
import { productVersion } from './product-version.js';
import { endOnSignals } from './signals.js';
import { WrongUsage } from './wrong-usage.js';

const program = new Command('hub')
  .description('A data hub for a local-area SEND partnership: one permitted, audited view of a child across agencies.')
  .version(productVersion(), '--version', 'the version of this hub')
  .exitOverride()
  .configureOutput({
    outputError: (text, write) => {
      write(text.replace(/^error: /, 'hub: '));
    },
  });

addRunCommands(program);
addAreaCommands(program);
addDatabaseCommands(program);
addAuditCommands(program);
addMatchCommands(program);
addOperationsCommands(program);
addRepeatCommands(program);

/** One clear line for what an operator can act on; a mistake of ours shows where it was made, never a value. */
function explain(error: unknown): string {
  if (error instanceof HubError || error instanceof PostgresStartFailure) return `hub: ${error.message}`;
  const name = error instanceof Error ? error.name : 'Error';
  return `hub: something went wrong on our side (${name}).\n${framesOf(error) ?? ''}`;
}

endOnSignals();
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = error instanceof WrongUsage ? 2 : 1;
  }
}
