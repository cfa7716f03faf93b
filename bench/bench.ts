import 'reflect-metadata';
import { freePort } from '../platform/embedded-server/free-port.js';
import { WrongUsage } from '../cli/wrong-usage.js';
import { HubError } from '../platform/errors/hub-error.js';
import { Against } from './against.js';
import { againstTable } from './against-report.js';
import { benchFolder, layGround } from './ground.js';
import { type Choice, choiceOf } from './choice.js';
import { CleanUp } from './clean-up.js';
import { Measuring } from './measure.js';
import { table } from './report.js';
import { standUp } from './variants.js';

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
  if (!(error instanceof HubError)) throw error;
  process.stderr.write(`bench: ${error.message}\n`);
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
} finally {
  await cleanUp.run();
}
