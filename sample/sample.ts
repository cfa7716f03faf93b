import { mkdir } from 'node:fs/promises';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { groupBy } from '../platform/record/batch.js';
import { areaChildren } from './area-children.js';
import { providers, schoolsFor } from './area.js';
import { academicYearBefore, academicYearOf } from './calendar.js';
import type { SampleChild } from './child.js';
import { AreaRates, type Rate } from './report/area-rates.js';
import { stories } from './story/stories.js';
import type { Story } from './story/story.js';
import { AreaFiles, type SampleFile } from './write/area-files.js';

export { lastSource } from './write/area-files.js';

export interface SampleOptions {
  /** How many children in all, the story children among them. */
  readonly children: number;
  readonly seed: number;
  /** Made where it is not there; files of an earlier sample are replaced. */
  readonly outDir: string;
  /** The day the area is seen, `YYYY-MM-DD`. */
  readonly asAt: string;
  readonly onProgress?: (written: number, children: number) => void;
}

/** What was written, and whom to ask about. Story children are fictional, so their identifiers may be shown. */
export interface SampleReport {
  /** In the order to ingest them. */
  readonly files: readonly SampleFile[];
  readonly children: number;
  readonly stories: readonly SampleStory[];
  readonly schools: readonly { readonly urn: string; readonly name: string }[];
  readonly providers: readonly { readonly ods: string; readonly name: string }[];
}

export interface SampleStory {
  readonly key: string;
  readonly title: string;
  readonly upn?: string;
  readonly nhsNumber?: string;
  readonly socialCareId?: string;
  /** The school of the latest roll. */
  readonly schoolUrn?: string;
  readonly situation: string;
}

const progressEvery = 100;

/** The story children are always in it: a smaller sample there is not. */
export const leastChildren = (asAt: string): number => stories(asAt).length;

/**
 * Writes a fictional council area in the formats partners send. The same arguments give the same bytes.
 * Throws InvalidInput where `children` leaves no room for the story children.
 */
export async function writeSample(options: SampleOptions): Promise<SampleReport> {
  const { children, seed, outDir, asAt, onProgress } = options;
  const told = stories(asAt);
  if (!Number.isInteger(children) || children < told.length) {
    throw new InvalidInput(
      `A sample has at least ${String(told.length)} children: the story children are always in it.`,
    );
  }
  await mkdir(outDir, { recursive: true });
  const schools = schoolsFor(children);
  const files = new AreaFiles(outDir, asAt, [academicYearBefore(asAt), academicYearOf(asAt)], schools);
  await files.begin();
  let written = 0;
  for (const child of everyone(told, children, seed, asAt)) {
    await files.add(child);
    written++;
    if (written % progressEvery === 0 || written === children) onProgress?.(written, children);
  }
  return {
    files: await files.end(),
    children: written,
    stories: told.map(summary),
    schools: schools.map(({ urn, name }) => ({ urn, name })),
    providers: providers.map(({ ods, name }) => ({ ods, name })),
  };
}

/** The rates of the area that the same arguments write, in its last whole academic year, beside those of England. */
export function sampleRates({
  children,
  seed,
  asAt,
}: Pick<SampleOptions, 'children' | 'seed' | 'asAt'>): readonly Rate[] {
  const rates = new AreaRates(academicYearBefore(asAt), academicYearOf(asAt));
  for (const child of everyone(stories(asAt), children, seed, asAt)) rates.add(child);
  return rates.rates();
}

function* everyone(told: readonly Story[], children: number, seed: number, asAt: string): Generator<SampleChild> {
  for (const { child } of told) yield child;
  yield* areaChildren(children - told.length, seed, asAt, children);
}

function summary({ title, situation, child }: Story): SampleStory {
  const { upn, nhsNumber } = child.atSchool;
  const schoolUrn = child.schooling?.enrolments.at(-1)?.school.urn;
  return {
    key: child.key,
    title,
    ...(upn !== null && { upn }),
    ...(nhsNumber !== null && { nhsNumber }),
    ...(child.socialCare && { socialCareId: child.socialCare.id }),
    ...(schoolUrn !== undefined && { schoolUrn }),
    situation,
  };
}

/** What goes in together: the files of one source, and the year that the source is to be told, if any. */
export interface SourceFiles {
  readonly source: string;
  readonly paths: readonly string[];
  readonly year: number | null;
}

/** The files by source, in the order to take them in. */
export function filesBySource({ files }: Pick<SampleReport, 'files'>): readonly SourceFiles[] {
  return [...groupBy(files, ({ source }) => source)].map(([source, own]) => ({
    source,
    paths: own.map(({ path }) => path),
    year: own[0]?.year ?? null,
  }));
}
