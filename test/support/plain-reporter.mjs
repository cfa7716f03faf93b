import { writeSync } from 'node:fs';

/** The closing line that says it all, in words a person and a machine both read; written last of all. */
export default class PlainReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests } = results;
    // A file that does not even load has no tests of its own to count.
    const failed = Math.max(numFailedTests, numFailedTestSuites);
    const line = `${numPassedTests} passed, ${failed} failed, ${numPendingTests + numTodoTests} skipped\n`;
    process.once('exit', () => writeSync(1, line));
  }
}
