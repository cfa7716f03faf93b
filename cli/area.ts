import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Environment } from '../platform/config/environment.js';
import { Defect, InvalidInput } from '../platform/errors/hub-error.js';
import type { IngestCounts } from '../platform/ingest/ingest-counts.js';
import { askAs } from './ask-as.js';
import type { Assembly } from './assemble.js';
import { ingestFiles } from './ingest.js';
import { seatSampleTeams } from './sample-teams.js';
import { filesBySource, type SampleReport, writeSample } from '../sample/sample.js';
import { catchUp } from '../platform/events/catch-up.js';

const exampleSchema = z.object({
  childId: z.string(),
  school: z.string(),
  /** How many children the area has. */
  children: z.number().optional(),
});

/** The story child of the ready question. */
export type Example = z.infer<typeof exampleSchema>;

const exampleFile = (dataDir: string): string => path.join(dataDir, 'example.json');

/** The story child of the loaded sample area; null before one was loaded to its end. */
export function loadedExample(dataDir: string): Example | null {
  const file = exampleFile(dataDir);
  return existsSync(file) ? exampleSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

const seed = 1;
const story = 'all-five';

async function findExample(assembly: Assembly, report: SampleReport): Promise<Example> {
  const told = report.stories.find(({ key }) => key === story);
  const school = told?.schoolUrn ?? '';
  const document = 'query Find($value: String!) { childByIdentifier(type: UPN, value: $value) { id } }';
  const { data } = await askAs(assembly, { role: 'senco', school }, document, { value: told?.upn });
  const found = data?.['childByIdentifier'] as { id: string } | null | undefined;
  if (!found) throw new Defect('The sample area was loaded, but its story child cannot be found.');
  return { childId: found.id, school, children: report.children };
}

/** Writes the sample area's files and takes them in; done once, and begun again if it was interrupted. */
export async function loadSampleArea(
  environment: Environment,
  assembly: Assembly,
  onSource: (counts: IngestCounts) => void,
): Promise<void> {
  if (environment.production)
    throw new InvalidInput('The sample area is not loaded in production: set HUB_SAMPLE_CHILDREN=0.');
  const report = await writeSample({
    children: environment.sampleChildren,
    seed,
    outDir: path.join(environment.dataDir, 'sample'),
    asAt: assembly.today(),
  });
  for (const { source, paths, year } of filesBySource(report))
    onSource(await ingestFiles(assembly, source, paths, { year }));
  await catchUp(await assembly.relays());
  await seatSampleTeams(
    assembly,
    report.schools.map(({ urn }) => urn),
  );
  writeFileSync(exampleFile(environment.dataDir), `${JSON.stringify(await findExample(assembly, report))}\n`);
}
