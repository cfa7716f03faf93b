import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { issueDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import { type Environment, readEnvironment } from '../../platform/config/environment.js';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { loadedExample } from '../area.js';
import { ensureDataDir } from '../database.js';
import { operations } from '../schema-files.js';
import { onSignal } from '../signals.js';
import { type Part, type Running, startHub, statusFile } from '../start.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The longest a hub may take to end once it is told to. */
const endWithinMs = 10_000;

const examplePersona = 'senco';

/** The ready question about one story child, and who may ask it. */
function example(environment: Environment, url: string) {
  const story = loadedExample(environment.dataDir);
  if (!story) throw new InvalidInput('There is no sample area here: start the hub once with npm start.');
  const query = operations().find(({ name }) => name === 'child-record')?.text ?? '';
  return { url, query, variables: { id: story.childId }, persona: examplePersona };
}

function endWithRunning(running: Running): void {
  let ending = false;
  onSignal(() => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), endWithinMs).unref();
    void running.stop().then(() => process.exit(0));
  });
}

function printQuestion(environment: Environment, url: string): void {
  const story = loadedExample(environment.dataDir);
  if (!story) return;
  say('');
  say('Ask about one child, across all five domains:');
  say('');
  say(`  TOKEN=$(npx hub token ${examplePersona})`);
  say(
    `  npx hub example --json | curl -s ${url} -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d @-`,
  );
  say('');
  say(`The same as a SENCO of another school: npx hub token ${examplePersona} --school 900002`);
}

async function start(only: readonly string[]): Promise<void> {
  const given = readEnvironment();
  const environment: Environment = {
    ...given,
    developmentTokens: given.developmentTokens ?? (only.length === 0 && !given.production),
  };
  const running = await startHub(environment, only, say);
  endWithRunning(running);
  const gateway = running.ready['gateway'];
  if (only.length === 0 && typeof gateway === 'string') {
    say(`The gateway is at ${gateway}`);
    printQuestion(environment, gateway);
  }
  say(`HUB READY ${JSON.stringify(running.ready)}`);
}

function partsNoted(dataDir: string): Part[] {
  const folder = path.dirname(statusFile(dataDir, 'x'));
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Part);
}

async function healthy({ address }: Part): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/healthz', address), { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function status(json: boolean): Promise<void> {
  const { dataDir } = readEnvironment();
  const parts = await Promise.all(partsNoted(dataDir).map(async (part) => ({ ...part, healthy: await healthy(part) })));
  if (json) say(JSON.stringify(parts));
  else
    for (const part of parts)
      say(`${part.name}  ${part.healthy ? 'healthy' : 'not answering'}  pid ${String(part.pid)}  ${part.address}`);
  if (parts.length === 0 && !json) say('Nothing runs here.');
}

/** start, status, example, token. */
export function addRunCommands(program: Command): void {
  program
    .command('start')
    .description('start everything, or only the named parts; ends within 10 s of SIGTERM or SIGINT')
    .option('--only <name...>', 'gateway, partnership, education, health, social-care, virtual-school')
    .action(({ only }: { only?: string[] }) => start(only ?? []));
  program
    .command('status')
    .description('each process: name, pid, address, healthy')
    .option('--json', 'one JSON document')
    .action(({ json }: { json?: boolean }) => status(json ?? false));
  program
    .command('example')
    .description('a ready question about one story child, all five domains')
    .option('--json', 'one JSON document')
    .action(({ json }: { json?: boolean }) => {
      const environment = readEnvironment();
      const found = example(environment, `http://127.0.0.1:${String(environment.port)}/graphql`);
      say(
        json
          ? JSON.stringify(found)
          : `${found.query}\n# variables: ${JSON.stringify(found.variables)}\n# as: ${found.persona}\n# at: ${found.url}`,
      );
    });
  program
    .command('token <persona>')
    .description('a development token')
    .option('--school <urn>', 'the school of a school persona')
    .option('--provider <ods>', 'the provider of a health persona')
    .option('--purpose <purpose>', 'the purpose it is for by default')
    .action(async (persona: string, choice: { school?: string; provider?: string; purpose?: string }) => {
      const { dataDir } = readEnvironment();
      ensureDataDir(dataDir);
      say(await issueDevelopmentToken(dataDir, persona, choice));
    });
}
