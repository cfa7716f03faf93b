import cliProgress from 'cli-progress';

/** How far long work has come. */
export interface ProgressBar {
  update(done: number, of: number): void;
  stop(): void;
}

/** A bar at a terminal, from the first news on, beside what is printed; nothing elsewhere: the closing line says it all. */
export function progressBar(): ProgressBar {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const shown = new cliProgress.SingleBar({}, cliProgress.Presets.shades_classic);
  let started = false;
  return {
    update: (done, of) => {
      if (!started) shown.start(of, done);
      started = true;
      shown.setTotal(of);
      shown.update(done);
    },
    stop: () => {
      if (started) shown.stop();
    },
  };
}
