/** What ends this process when it is told to: at first, ending at once, which takes the database server with it. */
let end = (): void => process.exit(130);

/** Called once, first of all: a command that is interrupted leaves nothing running. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      end();
    });
}

/** From now on a signal does this instead. */
export function onSignal(work: () => void): void {
  end = work;
}
