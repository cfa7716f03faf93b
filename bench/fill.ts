import path from 'node:path';
import { assemble } from '../cli/assemble.js';
import { manifests } from '../cli/domains.js';
import { ingestFiles } from '../cli/ingest.js';
import { filesBySource, writeSample } from '../sample/sample.js';
import { todayInEngland } from '../cli/today.js';
import type { Environment } from '../platform/config/environment.js';
import { catchUp } from '../platform/events/catch-up.js';
import { createLog } from '../platform/telemetry/log.js';
import { step } from './progress.js';

/** Fills a migrated database with a sample area, through the same doors as a partner's files. */
export async function fill(environment: Environment, adminUrl: string, children: number): Promise<void> {
  const report = await step(`Writing a sample area of ${String(children)} children`, (update) =>
    writeSample({
      children,
      seed: 7,
      outDir: path.join(environment.dataDir, 'sample'),
      asAt: todayInEngland(),
      onProgress: update,
    }),
  );
  const here = manifests.map(({ domain }) => domain);
  const assembly = await assemble({ environment, log: createLog('silent'), adminUrl, here });
  try {
    for (const { source, paths, year } of filesBySource(report)) {
      await step(`Taking in ${source}`, (update) =>
        ingestFiles(assembly, source, paths, {
          year,
          onProgress: ({ done, batches }) => {
            update(done, batches);
          },
        }),
      );
    }
    await step('Letting the domains hear of it', async () => catchUp(await assembly.relays()));
  } finally {
    await assembly.close();
  }
}
