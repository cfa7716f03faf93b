import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { freePort } from '../platform/db/embedded/free-port.js';
import { HubError } from '../platform/errors/hub-error.js';
import { Against } from './against.js';
import { againstTable } from './against-report.js';
import { benchFolder, layGround } from './ground.js';
import { CleanUp } from './clean-up.js';
import { Measuring } from './measure.js';
import { table } from './report.js';
import { type Scale, scales } from './scale.js';
import { standUp } from './variants.js';

interface Choice {
  readonly scale: Scale;
  /** The commit that is measured in turn with this one; null where this one's variants are. */
  readonly against: string | null;
  readonly json: boolean;
}

function choiceOf(args: readonly string[]): Choice {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean' },
      json: { type: 'boolean' },
      children: { type: 'string' },
      rounds: { type: 'string' },
      against: { type: 'string' },
    },
  });
  const usual = scales[values.quick ? 'quick' : 'full'];
  const number = (text: string | undefined, otherwise: number): number => {
    const given = Number(text ?? otherwise);
    if (!Number.isInteger(given) || given < 1) throw new TypeError('--children and --rounds take a whole number.');
    return given;
  };
  return {
    scale: {
      ...usual,
      children: number(values.children, usual.children),
      rounds: number(values.rounds, usual.rounds),
    },
    against: values.against ?? null,
    json: values.json ?? false,
  };
}

/** Ports of the five subgraphs stand together. */
const subgraphsFrom = async (): Promise<number> => Math.floor((await freePort()) / 10) * 10;

async function printed({ scale, against, json }: Choice, cleanUp: CleanUp): Promise<string> {
  const laying = {
    children: scale.children,
    subgraphPort: await subgraphsFrom(),
    folder: benchFolder(cleanUp),
    cleanUp,
  };
  const text = (report: unknown): string => `${JSON.stringify(report, null, 2)}\n`;
  if (against !== null) {
    const report = await (await Against.layOut(against, laying, scale)).report();
    return json ? text(report) : againstTable(report);
  }
  const ground = await layGround(laying);
  const report = await new Measuring(
    ground,
    await standUp(ground, laying.subgraphPort, cleanUp),
    scale,
    cleanUp,
  ).report();
  return json ? text(report) : table(report);
}

const cleanUp = new CleanUp().onSignals();
try {
  process.stdout.write(await printed(choiceOf(process.argv.slice(2)), cleanUp));
} catch (error) {
  if (!(error instanceof HubError || error instanceof TypeError)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await cleanUp.run();
}
