import type { Command } from 'commander';
import { developmentClaims, signDevelopmentToken } from '../../platform/auth/dev-issuer.js';
import type { PersonaChoice } from '../../platform/auth/personas.js';
import { type Environment, readEnvironment } from '../../platform/config/environment.js';
import { InvalidInput, Unavailable } from '../../platform/errors/hub-error.js';
import { loadedExample } from '../area.js';
import { examplePersona, nextCommands } from '../next-commands.js';
import { NotedParts } from '../noted-parts.js';
import { partFault, partLine, partStates } from '../part-states.js';
import { requireIssuer } from '../require-started.js';
import { operations } from '../schema-files.js';
import { onSignal } from '../signals.js';
import { type Running, startHub } from '../start.js';
import { WrongUsage } from '../wrong-usage.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The longest a hub may take to end once it is told to. */
const endWithinMs = 10_000;

/** The ready question about one story child, and who may ask it. */
function example(environment: Environment) {
  const story = loadedExample(environment.dataDir);
  if (!story) throw new InvalidInput('There is no sample area here: start the hub once with npm start.');
  const query = operations().find(({ name }) => name === 'child-record')?.text ?? '';
  const { host, port, dataDir } = environment;
  const url = new NotedParts(dataDir).gatewayAddress() ?? `http://${host}:${String(port)}/graphql`;
  return { url, query, variables: { id: story.childId }, persona: examplePersona };
}

function endWithRunning(running: Running): void {
  let ending = false;
  onSignal(() => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), endWithinMs).unref();
    void running.stop().then(() => {
      const names = running.parts.map(({ name }) => name);
      say(names.includes('hub') ? 'The hub has stopped.' : `Stopped: ${names.join(', ')}.`);
      process.exit(0);
    });
  });
}

function printQuestion(environment: Environment, url: string): void {
  // Who takes no development tokens is not told to make one.
  if (environment.developmentTokens !== true || loadedExample(environment.dataDir) === null) return;
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
    const pages = running.ready['dashboard'];
    if (typeof pages === 'string') say(`The pages are at ${pages}: open it and choose whom to be.`);
    printQuestion(environment, gateway);
  }
  say(`HUB READY ${JSON.stringify(running.ready)}`);
}

async function status(json: boolean): Promise<void> {
  const { dataDir } = readEnvironment();
  const parts = await partStates(new NotedParts(dataDir).all());
  for (const line of json ? [JSON.stringify(parts)] : parts.map(partLine)) say(line);
  if (parts.length === 0)
    throw new Unavailable(
      `Nothing runs on the data directory ${dataDir}: start it, or name another with HUB_DATA_DIR.`,
    );
  const fault = partFault(parts);
  if (fault !== null) throw new Unavailable(fault);
}

async function token(persona: string, choice: PersonaChoice): Promise<void> {
  const environment = readEnvironment();
  const claims = WrongUsage.of(() => developmentClaims(persona, choice));
  requireIssuer(environment);
  if (environment.production)
    process.stderr.write(
      'hub: A gateway in production does not take this token: it takes those of the issuers that HUB_ISSUERS names.\n',
    );
  say(await signDevelopmentToken(environment.dataDir, claims));
}

/** start, status, example, token. */
export function addRunCommands(program: Command): void {
  program
    .command('start')
    .description('start everything, or only the named parts; ends within 10 s of SIGTERM or SIGINT')
    .option(
      '--only <name...>',
      'run only these parts here, each on its own port: gateway, dashboard, partnership, education, health, social-care, virtual-school (docs/running-apart.md)',
    )
    .action(({ only }: { only?: string[] }) => start(only ?? []));
  program
    .command('status')
    .description('each part: healthy (it answers), ready (its database is within reach), and which holds the database')
    .option('--json', 'one JSON document')
    .action(({ json }: { json?: boolean }) => status(json ?? false));
  program
    .command('example')
    .description('a ready question about one story child, all five domains')
    .option('--json', 'one JSON document')
    .action(({ json }: { json?: boolean }) => {
      const environment = readEnvironment();
      const found = example(environment);
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
