import type { FaultLedger } from '../platform/ingest/fault-ledger.js';
import type { IngestCounts } from '../platform/ingest/ingest-counts.js';
import type { Fault } from '../platform/ingest/record.js';
import { csvValue } from '../platform/ingest/csv-value.js';

/** How many lines of one rule are printed; all of them are in the file that --rejects names. */
const LINES_OF_A_RULE = 3;

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);

/** The lines of a file of rejects. Never a value of a record. */
export function* rejectLines(faults: FaultLedger): Generator<string> {
  yield 'file,line,rule,reason,whole\n';
  for (const { file, line, rule, reason, whole } of faults.inOrder())
    yield `${[file, String(line), rule, reason, String(whole)].map(csvValue).join(',')}\n`;
}

/** What a person is told of an ingest: the counts, then each rule with the first places it was met. */
export function* ingestReport(counts: IngestCounts, faults: FaultLedger, rejectsFile?: string): Generator<string> {
  const { source, read, written, unchanged, rejectedRecords, review, dryRun } = counts;
  const parts = total(counts.leftOut);
  yield `${source}: ${read} read, ${written} written, ${unchanged} unchanged, ${rejectedRecords} rejected, ${parts} ${parts === 1 ? 'part' : 'parts'} left out, ${review} for review`;
  if (dryRun) yield `  ${dryRunWords(dryRun.exact)}`;
  for (const file of counts.nothingOf) yield `  ${file}: nothing of it was taken`;
  yield* faultReport(faults, rejectsFile);
}

/** Each rule that was met, how often, and the first lines that met it. */
export function* faultReport(faults: FaultLedger, rejectsFile?: string): Generator<string> {
  for (const whole of [true, false]) {
    const shown = firstOf(faults, whole);
    for (const [rule, n] of Object.entries(faults.counts({ whole }))) {
      yield `  ${whole ? 'rejected' : 'left out'} by ${rule}: ${n}`;
      for (const { file, line, reason } of shown.get(rule) ?? []) yield `    ${file} line ${line}: ${reason}`;
      if (n > LINES_OF_A_RULE && rejectsFile === undefined)
        yield `    and ${n - LINES_OF_A_RULE} more: --rejects FILE.csv lists every line`;
    }
  }
  if (rejectsFile !== undefined && faults.total() > 0) yield `  every line of them is in ${rejectsFile}`;
}

function firstOf(faults: FaultLedger, whole: boolean): Map<string, Fault[]> {
  const first = new Map<string, Fault[]>();
  for (const fault of faults.inOrder()) {
    if (fault.whole !== whole) continue;
    const some = first.get(fault.rule) ?? [];
    if (some.length < LINES_OF_A_RULE) first.set(fault.rule, [...some, fault]);
  }
  return first;
}

function dryRunWords(exact: boolean): string {
  return exact
    ? 'dry run: all of it was tried and undone; this is what the ingest itself will count'
    : 'dry run: it was tried batch by batch and undone, none knowing of the one before: what two batches share counts as written in both, and reviews between them are not seen';
}
