import { InvalidInput } from '../errors/hub-error.js';
import { boundsOn } from './bounds.js';
import { FileSurvey } from './file-survey.js';
import { FirstReading } from './first-reading.js';
import { type BatchLimits, gather, usualBatch } from './gather.js';
import { type IngestCounts, noCounts } from './ingest-counts.js';
import type { IngestOptions } from './ingest-options.js';
import { judge, type Judged } from './judge.js';
import type { Pieces } from './pieces.js';
import { writeBatch } from './write-batch.js';

type Survey = FileSurvey<unknown>;

const inWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([rule, n]) => `${rule} ${n}`)
    .join(', ');

/** What came of the files: their faults, and how many records have any that cost the whole of them. */
async function keepRejects(
  { caller, rejects, source, files }: IngestOptions,
  survey: Survey,
  rejected: number,
): Promise<void> {
  const delivery = { files, received: survey.read, rejected };
  await rejects.replace((await caller()).voucher, source.format.name, delivery, survey.faults);
}

/** A file of which nothing can be taken is refused: its source has not arrived. */
async function refuseNothing(options: IngestOptions, survey: Survey): Promise<void> {
  if (survey.read > survey.rejected) return;
  const { files, dryRun, onFaults } = options;
  if (!dryRun) await keepRejects(options, survey, survey.rejected);
  await onFaults?.(survey.faults);
  const named = files.join(', ');
  const rejected = survey.faults.counts({ whole: true });
  throw new InvalidInput(
    survey.read === 0
      ? `Nothing was taken: there is no record in ${named}.`
      : `Nothing was taken: every record of ${named} was rejected (${inWords(rejected)}).`,
    { files, read: survey.read, rejected },
  );
}

async function writeAll(
  options: IngestOptions,
  { survey, judged, batches }: { survey: Survey; judged: Pieces<Judged<unknown>>; batches: number },
  counts: IngestCounts,
): Promise<void> {
  const refuses = survey.contradiction.bind(survey);
  let done = 0;
  for await (const gathered of gather(judged, limitsOf(options), (place) => refuses(place) !== null)) {
    if (gathered.people.length > 0) {
      const faults = await writeBatch(options, gathered, counts, survey);
      survey.faults.add(faults);
      counts.rejectedRecords += faults.filter(({ whole }) => whole).length;
    }
    options.onProgress?.({ done: (done += 1), batches });
  }
}

const limitsOf = ({ batch, source }: IngestOptions): BatchLimits => batch ?? source.batch ?? usualBatch;

/**
 * Streams a source in: parse → map → resolve → write, batch by batch, each batch a unit of its own, so that a run
 * interrupted half-way and repeated ends in the same state. The whole is read once before anything is written: a file
 * that is not of its format, or is cut in half, writes nothing. Throws InvalidInput for such a file, and where nothing
 * at all could be taken: then what was wrong is kept, and the source does not look as if it had arrived.
 */
export async function ingest(options: IngestOptions): Promise<IngestCounts> {
  const { source, files, rejects } = options;
  const { format } = source;
  const counts = noCounts(format.name);
  const survey: Survey = new FileSurvey<unknown>(format);
  const first = new FirstReading<Judged<unknown>>();
  const judged = (): Pieces<Judged<unknown>> => judge(format, files, boundsOn(options.today));
  const reading = survey.reading(first.of(judged()));
  let batches = 0;
  let filled = 0;
  for await (const { people } of gather(reading, limitsOf(options))) {
    batches += 1;
    filled += Number(people.length > 0);
  }
  await refuseNothing(options, survey);
  counts.read = survey.read;
  counts.rejectedRecords = survey.rejected;
  if (!format.joinsFiles) counts.nothingOf.push(...files.filter((file) => !survey.taken.get(file)));
  await writeAll(options, { survey, judged: first.again(judged), batches }, counts);
  Object.assign(counts.rejected, survey.faults.counts({ whole: true }));
  Object.assign(counts.leftOut, survey.faults.counts({ whole: false }));
  if (options.dryRun) counts.dryRun = { exact: filled <= 1 };
  else {
    await keepRejects(options, survey, counts.rejectedRecords);
    await rejects.received((await options.caller()).voucher, format.name, source.expectedEvery);
  }
  await options.onFaults?.(survey.faults);
  return counts;
}
