import { framesOf, type Log } from '../telemetry/log.js';
import type { OutboxRepository } from './outbox.repository.js';

/** Once a day is often enough for what is kept for 30. */
export const dayMs = 24 * 60 * 60 * 1000;

/** Small, so that no statement runs long however much there is. */
const batchSize = 5_000;

/** Deletes what the domains of this process said more than 30 days ago: at the start, then daily. */
export class Forgetting {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly outboxes: readonly Pick<OutboxRepository, 'forget'>[],
    private readonly log: Log,
  ) {}

  start(): void {
    if (this.stopping) return;
    this.running = this.forget();
    this.timer = setTimeout(() => {
      this.start();
    }, dayMs);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  /** What fails is tried again the next day. */
  private async forget(): Promise<void> {
    for (const outbox of this.outboxes) {
      try {
        while (!this.stopping && (await outbox.forget(batchSize)) === batchSize);
      } catch (error) {
        this.log.warn(
          { operation: 'forget-events', errorName: (error as Error).name, stack: framesOf(error) },
          'events of more than 30 days ago are still there',
        );
      }
    }
  }
}
