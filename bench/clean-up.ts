import { endOnSignals, onSignal } from '../cli/signals.js';

type End = () => unknown;

/** As a shell says that a program was ended by Ctrl-C. */
const interrupted = 130;

/** What was started or made, ended in the opposite order: when the work is done, when it fails, and on Ctrl-C. */
export class CleanUp {
  private readonly ends: End[] = [];
  private ending: Promise<void> | undefined;

  /** From now on a signal cleans up, and ends the process then. */
  onSignals(): this {
    endOnSignals();
    onSignal(() => void this.run().finally(() => process.exit(interrupted)));
    return this;
  }

  /** Whatever is made while all is being ended is ended at once. */
  push(end: End): void {
    if (this.ending) void attempt(end);
    else this.ends.unshift(end);
  }

  /** Ends everything once, however often it is asked. */
  run(): Promise<void> {
    return (this.ending ??= this.unwind());
  }

  private async unwind(): Promise<void> {
    for (const end of this.ends.splice(0)) await attempt(end);
  }
}

/** One end that fails must not keep the others from being tried. */
async function attempt(end: End): Promise<void> {
  try {
    await end();
  } catch (error) {
    process.stderr.write(`Something was left behind: ${error instanceof Error ? error.message : 'no reason given'}\n`);
  }
}
