import { appendFileSync, writeSync } from 'node:fs';

/**
 * The closing line that says it all, in words a person and a machine both read; written last of all. Where
 * HUB_TEST_COUNTS names a file it is added there too, so that several runs can be summed.
 */
export default class PlainReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests } = results;
    // A file that does not even load has no tests of its own to count.
    const failed = Math.max(numFailedTests, numFailedTestSuites);
    const line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`;
    const counts = process.env.HUB_TEST_COUNTS;
    if (counts) appendFileSync(counts, line);
    process.once('exit', () => writeSync(1, line));
  }
}
