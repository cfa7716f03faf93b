import type { Command } from 'commander';
import { developmentClaims, signDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import type { PersonaChoice } from '../../platform/auth/personas.js';
import { type Environment, readEnvironment } from '../../platform/config/environment.js';
import { InvalidInput, Unavailable } from '../../platform/errors/hub-error.js';
import { loadedExample } from '../area.js';
import { examplePersona, nextCommands } from '../next-commands.js';
import { NotedParts, type Part } from '../noted-parts.js';
import { requireIssuer } from '../require-started.js';
import { operations } from '../schema-files.js';
import { onSignal } from '../signals.js';
import { type Running, startHub } from '../start.js';
import { WrongUsage } from '../wrong-usage.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The longest a hub may take to end once it is told to. */
const endWithinMs = 10_000;

/** A healthy part of a busy machine answers late, and is healthy. */
const healthWithinMs = 10_000;

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
  if (loadedExample(environment.dataDir) === null) return;
  for (const line of ['', ...nextCommands(environment, url)]) say(line);
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

async function healthy({ address }: Part): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/healthz', address), { signal: AbortSignal.timeout(healthWithinMs) });
    return answer.ok;
  } catch {
    return false;
  }
}

async function status(json: boolean): Promise<void> {
  const { dataDir } = readEnvironment();
  const noted = new NotedParts(dataDir).all();
  const parts = await Promise.all(noted.map(async (part) => ({ ...part, healthy: await healthy(part) })));
  if (json) say(JSON.stringify(parts));
  else
    for (const part of parts)
      say(`${part.name}  ${part.healthy ? 'healthy' : 'not answering'}  pid ${String(part.pid)}  ${part.address}`);
  if (parts.length === 0)
    throw new Unavailable(
      `Nothing runs on the data directory ${dataDir}: start it, or name another with HUB_DATA_DIR.`,
    );
  const silent = parts.filter((part) => !part.healthy).map(({ name }) => name);
  if (silent.length > 0) throw new Unavailable(`Not answering: ${silent.join(', ')}.`);
}

async function token(persona: string, choice: PersonaChoice): Promise<void> {
  const environment = readEnvironment();
  const claims = WrongUsage.of(() => developmentClaims(persona, choice));
  requireIssuer(environment);
  say(await signDevelopmentToken(environment.dataDir, claims));
}

/** start, status, example, token. */
export function addRunCommands(program: Command): void {
  program
    .command('start')
    .description('start everything, or only the named parts; ends within 10 s of SIGTERM or SIGINT')
    .option(
      '--only <name...>',
      'run only these parts here, each on its own port: gateway, partnership, education, health, social-care, virtual-school (docs/running-apart.md)',
    )
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
      const found = example(environment, `http://${environment.host}:${String(environment.port)}/graphql`);
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
    .action(token);
}
