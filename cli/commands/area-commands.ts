import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { readEnvironment } from '../../platform/config/environment.js';
import { InvalidInput } from '../../platform/errors/hub-error.js';
import { FaultLedger } from '../../platform/ingest/fault-ledger.js';
import { createLog } from '../../platform/telemetry/log.js';
import { assemble, type Assembly } from '../assemble.js';
import { openServer } from '../database.js';
import { manifests } from '../domains.js';
import { ingestFiles, sourceNamed } from '../ingest.js';
import { faultReport, ingestReport, rejectLines } from '../ingest-report.js';
import { refuseUnwritable, writeWhole } from '../match/pair-file.js';
import { progressBar } from '../progress-bar.js';
import { writePersons } from '../../sample/persons/write-persons.js';
import { leastChildren, sampleRates, writeSample } from '../../sample/sample.js';
import { ratesTable } from '../rates-table.js';
import { requireOptions } from '../required-options.js';
import { requireStarted } from '../require-started.js';
import { subgraphName } from '../../platform/db/names.js';
import { WrongUsage } from '../wrong-usage.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const defaultAsAt = '2026-11-20';

interface SampleOptions {
  readonly children: string;
  readonly seed: string;
  readonly out: string;
  readonly asAt: string;
  readonly only?: string;
  readonly replace?: boolean;
  readonly report?: boolean;
  readonly json?: boolean;
}

function ensureFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new InvalidInput(
      `The folder ${folder} cannot be made or written: choose another with --out.`,
      {},
      { cause: error },
    );
  }
}

function wholeNumber(text: string, name: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new WrongUsage(`--${name} takes a whole number from ${String(least)}.`);
  return value;
}

function dateGiven(text: string): string {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw new WrongUsage('--as-at takes a date, written YYYY-MM-DD.');
  }
}

/** Runs one of the two writers on the arguments given, with a bar. */
async function written<Report>(
  options: SampleOptions,
  least: (asAt: string) => number,
  write: (asked: Parameters<typeof writeSample>[0]) => Promise<Report>,
): Promise<Report> {
  const asAt = dateGiven(options.asAt);
  const children = wholeNumber(options.children, 'children', least(asAt));
  const seed = wholeNumber(options.seed, 'seed', 0);
  ensureFolder(options.out);
  if (options.replace !== true && readdirSync(options.out).length > 0)
    throw new InvalidInput(
      `The folder ${options.out} holds files already: choose another with --out, or say --replace.`,
    );
  const progress = progressBar();
  const report = await write({
    children,
    seed,
    outDir: options.out,
    asAt,
    onProgress: (done) => {
      progress.update(done, children);
    },
  });
  progress.stop();
  return report;
}

async function sample(options: SampleOptions): Promise<void> {
  if (options.only !== undefined) {
    await samplePersons(options);
    return;
  }
  const report = await written(options, leastChildren, writeSample);
  const { asAt, seed } = options;
  const rates = options.report ? sampleRates({ children: report.children, seed: Number(seed), asAt }) : [];
  if (options.json) say(JSON.stringify(options.report ? { ...report, rates } : report));
  else {
    for (const { source, path, rows, year } of report.files)
      say(`${source}  ${path}  ${String(rows)} rows${year === undefined ? '' : ` (--year ${String(year)})`}`);
    if (options.report) {
      say(ratesTable(rates));
      for (const story of report.stories)
        say(
          `${story.key}: ${story.situation} (UPN ${story.upn ?? '–'}, NHS number ${story.nhsNumber ?? '–'}, social-care id ${story.socialCareId ?? '–'})`,
        );
    }
  }
}

async function samplePersons(options: SampleOptions): Promise<void> {
  if (options.only !== 'persons') throw new WrongUsage('--only takes one word: persons.');
  const report = await written(options, () => 1, writePersons);
  if (options.json) say(JSON.stringify(report));
  else {
    for (const file of report.files) say(`${file.agency}  ${file.path}  ${String(file.records)} records`);
    if (options.report) {
      say(`${String(report.children)} children, ${String(report.truePairs)} true pairs of records`);
      for (const [group, count] of Object.entries(report.groups)) say(`${group}: ${String(count)} children`);
    }
  }
}

interface IngestCommandOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly rejects?: string;
  readonly year?: string;
}

/** Takes files in and says what came of them. */
async function takeIn(
  assembly: Assembly,
  word: string,
  files: readonly string[],
  { dryRun = false, json, rejects, year }: Omit<IngestCommandOptions, 'year'> & { readonly year: number | null },
): Promise<void> {
  const progress = progressBar();
  let faults = new FaultLedger();
  try {
    const counts = await ingestFiles(assembly, word, files, {
      year,
      dryRun,
      onProgress: ({ done, batches }) => {
        progress.update(done, batches);
      },
      onFaults: async (found) => {
        faults = found;
        if (rejects !== undefined) await writeWhole(rejects, rejectLines(found));
      },
    });
    progress.stop();
    for (const line of json ? [JSON.stringify(counts)] : ingestReport(counts, faults, rejects)) say(line);
  } catch (refused) {
    progress.stop();
    if (!json) for (const line of faultReport(faults, rejects)) say(line);
    throw refused;
  }
}

function yearGiven(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[12]\d{3}$/.test(text)) throw new WrongUsage('--year takes a year, written YYYY.');
  return Number(text);
}

async function ingest(word: string, files: readonly string[], options: IngestCommandOptions): Promise<void> {
  const year = yearGiven(options.year);
  const { domain } = sourceNamed(word, files, year);
  if (options.rejects !== undefined) refuseUnwritable(options.rejects, files, '--rejects');
  const environment = readEnvironment();
  const apart = manifests.some((manifest) => environment.subgraphUrl(subgraphName(manifest.domain)) !== undefined);
  if (!apart) requireStarted(environment);
  const server = apart ? null : await openServer(environment);
  const here = manifests
    .map((manifest) => manifest.domain)
    .filter((one) => one === domain || environment.subgraphUrl(subgraphName(one)) === undefined);
  const assembly = await assemble({
    environment,
    log: createLog(environment.logLevel),
    adminUrl: server?.adminUrl ?? null,
    here: apart ? [domain] : here,
  });
  try {
    await takeIn(assembly, word, files, { ...options, year });
  } finally {
    await assembly.close();
    await server?.stop();
  }
}

/** sample, ingest. */
export function addAreaCommands(program: Command): void {
  requireOptions(program.command('sample'), [
    { flags: '--children <n>', about: 'how many children' },
    { flags: '--seed <s>', about: 'a whole number' },
    { flags: '--out <dir>', about: 'the folder to write to' },
  ])
    .description('a fictional area as files in partners’ formats; the same for the same arguments')
    .option('--as-at <date>', 'the day it stands at', defaultAsAt)
    .option('--only <what>', 'persons: who each child is to three agencies, and the truth, to measure matching')
    .option('--replace', 'write though the folder holds files: those of the same names are replaced')
    .option(
      '--report',
      'print the rates of the last whole year beside England’s, and the story children; of persons, the counts',
    )
    .option('--json', 'one JSON document')
    .action(sample);
  program
    .command('ingest <source> <files...>')
    .description('take in files of one source: the good records go in, the rest are counted by rule')
    .option('--year <yyyy>', 'of an ssda903 set, which needs it: the year on whose 31 March it ends')
    .option('--dry-run', 'say what would be written and reviewed, and write nothing')
    .option('--rejects <file>', 'write file, line, rule and reason of all that was not taken to a CSV')
    .option('--json', 'one JSON document')
    .action(ingest);
}
