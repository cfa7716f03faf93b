import type { Command } from 'commander';
import type { Reconciled } from '../../platform/db/operator.repository.js';
import { asOperator } from '../as-operator.js';
import { WrongUsage } from '../wrong-usage.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const sentence = ({ steps, unaudited, unsaid }: Reconciled): string =>
  `${String(steps)} steps: ${String(unaudited)} without an audit row, ${String(unsaid)} of which nobody was told.`;

async function reconcile(domain: string, { json = false }: { readonly json?: boolean }): Promise<void> {
  const [found] = Object.values(await asOperator(domain, (of) => of.reconcile()));
  if (!found) throw new WrongUsage(`${domain} keeps no history of steps: there is nothing to reconcile.`);
  say(json ? JSON.stringify(found) : sentence(found));
  if (found.unaudited + found.unsaid > 0) process.exitCode = 1;
}

/** audit reconcile. */
export function addAuditCommands(program: Command): void {
  program
    .command('audit')
    .description('what the audit says beside what was done')
    .command('reconcile <domain>')
    .description('whether history, audit and events of a domain agree; ends with 1 where they do not')
    .option('--json', 'one JSON document')
    .action(reconcile);
}
