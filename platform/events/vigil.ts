/** What a look came to: nothing new, something that cannot be read yet, or a failure. */
export type Found = 'NOTHING' | 'WAITING' | 'FAILED';

/** How long to rest after a look, in milliseconds. */
export interface Pace {
  /** After nothing: a net for calls that are lost. */
  readonly idleMs: number;
  /** After the others: first the one, then twice as long each time, up to the other. */
  readonly soonMs: Readonly<Record<Exclude<Found, 'NOTHING'>, readonly [first: number, most: number]>>;
}

/**
 * What waits for an older transaction comes as soon as that ends, of which nobody gives notice: never looked for less
 * often than twice a second, as when every feed asked all the time.
 */
export const usualPace = (idleMs: number): Pace => ({
  idleMs,
  soonMs: { WAITING: [10, 500], FAILED: [500, 5_000] },
});

/**
 * Looks when it is called, and by itself after a rest. Never looks twice at once; a call during a look leads to another
 * look, for what was called about may have come too late for the one that runs.
 */
export class Vigil {
  private calls = 0;
  private stopping = false;
  private running: Promise<void> | null = null;
  private rouse: (() => void) | null = null;

  /** @param look answers what it found, and never throws */
  constructor(
    private readonly look: () => Promise<Found>,
    private readonly pace: Pace,
  ) {}

  /** The first look is at once. */
  start(): void {
    this.running ??= this.keep();
  }

  call(): void {
    this.calls += 1;
    this.rouse?.();
  }

  /** Ends after the look that runs. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.rouse?.();
    await this.running;
  }

  private async keep(): Promise<void> {
    let again = 0;
    let last: Found = 'NOTHING';
    while (!this.stopping) {
      const answered = this.calls;
      const found = await this.look();
      again = found === last ? again + 1 : 0;
      last = found;
      if (this.calls === answered) await this.rest(this.restAfter(found, again));
    }
  }

  private restAfter(found: Found, again: number): number {
    if (found === 'NOTHING') return this.pace.idleMs;
    const [first, most] = this.pace.soonMs[found];
    return Math.min(first * 2 ** again, most);
  }

  private async rest(ms: number): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.rouse = null;
  }
}
