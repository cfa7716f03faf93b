import type { Log } from '../telemetry/log.js';
import { Forgetting } from './forgetting.js';
import { Notices } from '../db/notices.js';
import type { OutboxRepository } from './outbox.repository.js';
import type { Relay } from './relay.js';
import { usualPace, Vigil } from './vigil.js';

export interface FeedsOptions {
  readonly relays: readonly Relay[];
  /** What the domains of this process have said. */
  readonly outboxes: readonly OutboxRepository[];
  /** The login that notices are heard under. */
  readonly url: string;
  /** How often a feed looks by itself, in milliseconds. */
  readonly pollMs: number;
  readonly log: Log;
}

/** The feeds that one process keeps: each looks when an owner it hears has said something, and now and then by itself. */
export class Feeds {
  private readonly vigils: readonly { readonly relay: Relay; readonly vigil: Vigil }[];
  private readonly notices: Notices;
  private readonly forgetting: Forgetting;

  constructor({ relays, outboxes, url, pollMs, log }: FeedsOptions) {
    this.vigils = relays.map((relay) => ({ relay, vigil: new Vigil(() => relay.look(), usualPace(pollMs)) }));
    this.notices = new Notices({
      url,
      owners: [...new Set(relays.flatMap(({ owners }) => owners))],
      onNotice: (owner) => {
        for (const { relay, vigil } of this.vigils) if (relay.owners.includes(owner)) vigil.call();
      },
      onListening: () => {
        for (const { vigil } of this.vigils) vigil.call();
      },
      log,
    });
    this.forgetting = new Forgetting(outboxes, log);
  }

  start(): void {
    if (this.vigils.length > 0) this.notices.start();
    for (const { vigil } of this.vigils) vigil.start();
    this.forgetting.start();
  }

  async stop(): Promise<void> {
    await this.notices.stop();
    await Promise.all([this.forgetting.stop(), ...this.vigils.map(({ vigil }) => vigil.stop())]);
  }
}
