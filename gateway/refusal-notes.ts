import { parse } from 'graphql';
import { Unavailable } from '../platform/errors/hub-error.js';
import type { SubgraphTransport } from '../platform/transport/transport.js';
import type { Log } from '../platform/telemetry/log.js';
import type { Asking, SignedIn } from './asking.js';
import type { GatewayMetrics } from './metrics.js';
import { domainOf } from './wire-error.js';

export interface RefusalNotesOptions {
  /** By the subgraph's name in the composition, such as `social-care`. */
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly timeoutMs: number;
  readonly log: Log;
  readonly metrics: GatewayMetrics;
}

/** What one request was refused by scope. */
export interface Refusal {
  readonly asking: Asking;
  readonly who: SignedIn;
  /** Schema coordinates by the domain whose they are. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly write: boolean;
}

/** Of one person, as one token says who it is, and of one domain, within the time that is counted together. */
interface Tally {
  written: number;
  held: number;
  readonly fields: Set<string>;
  last: Asking;
}

const document = parse(
  'mutation ($fields: [String!]!, $write: Boolean!, $times: Int!) { noteRefused(fields: $fields, write: $write, times: $times) }',
  { noLocation: true },
);

/** Counted together for a little less than a voucher is good for: the last one still serves for the rest. */
const countedMs = 50_000;
/** Rows of a person and domain within that time; what comes beyond them is one row more, which says how many. */
const mostRows = 20;
/** Notes on their way to one domain: one that answers no more is not told ever more. */
const mostUnderWay = 20;
/** A row names so many fields at the most. */
const mostFields = 50;

/**
 * Tells each domain of what was refused by scope at the gateway, so that it stands in the domain's own audit. Nobody
 * waits for it: the refusal stands whether or not it could be written down, and where it could not, the log says so.
 */
export class RefusalNotes {
  private readonly tallies = new Map<string, Tally>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly underWay = new Map<string, Set<Promise<void>>>();
  private readonly transports: ReadonlyMap<string, SubgraphTransport>;

  constructor(private readonly options: RefusalNotesOptions) {
    this.transports = new Map(Object.entries(options.transports).map(([name, way]) => [domainOf(name), way]));
  }

  note({ asking, who, fields, write }: Refusal): void {
    for (const [domain, names] of fields) {
      const act = write ? 'write' : 'read';
      const key = JSON.stringify([domain, act, who.iss ?? '', who.sub, who.org, who.role, who.purpose]);
      const tally = this.tally(key, domain, write, asking);
      if (tally.written < mostRows && (this.underWay.get(domain)?.size ?? 0) < mostUnderWay) {
        tally.written += 1;
        this.tell(domain, asking, { fields: names.slice(0, mostFields), write, times: 1 });
      } else {
        tally.held += 1;
        tally.last = asking;
        for (const name of names) if (tally.fields.size < mostFields) tally.fields.add(name);
      }
    }
  }

  /** Sends what is still counted, and is done when all is written, or could not be in time. */
  async finish(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    for (const key of [...this.tallies.keys()]) this.close(key);
    const late = new Promise<void>((resolve) => setTimeout(resolve, this.options.timeoutMs).unref());
    await Promise.race([Promise.all([...this.underWay.values()].flatMap((each) => [...each])), late]);
    // What was waited for once is not waited for again.
    this.underWay.clear();
  }

  private tally(key: string, domain: string, write: boolean, asking: Asking): Tally {
    const known = this.tallies.get(key);
    if (known) return known;
    const fresh: Tally = { written: 0, held: 0, fields: new Set(), last: asking };
    this.tallies.set(key, fresh);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.close(key);
    }, countedMs).unref();
    this.timers.add(timer);
    return fresh;
  }

  private close(key: string): void {
    const tally = this.tallies.get(key);
    this.tallies.delete(key);
    if (!tally || tally.held === 0) return;
    const [domain = '', act] = JSON.parse(key) as string[];
    this.tell(domain, tally.last, { fields: [...tally.fields], write: act === 'write', times: tally.held });
  }

  private tell(domain: string, asking: Asking, variables: Readonly<Record<string, unknown> & { times: number }>): void {
    const all = this.underWay.get(domain) ?? new Set();
    this.underWay.set(domain, all);
    const telling = this.send(domain, asking, variables).finally(() => all.delete(telling));
    all.add(telling);
  }

  private async send(
    domain: string,
    { seal, token, requestId }: Asking,
    variables: Readonly<Record<string, unknown> & { times: number }>,
  ): Promise<void> {
    const facts = { requestId, domain, count: variables.times };
    const { log, metrics } = this.options;
    try {
      const transport = this.transports.get(domain);
      if (!transport) throw new Unavailable('There is no way to this domain.');
      const { data, errors } = await transport({ document, variables, seal, request: token });
      if (errors?.length) throw new Unavailable('The domain did not write it down.');
      const written = data?.['noteRefused'] === true;
      metrics.refused(domain, written ? 'written' : 'beyond');
      if (!written) log.warn(facts, 'more was refused by scope than a domain writes down within a minute');
    } catch (error) {
      metrics.refused(domain, 'unwritten');
      const errorName = error instanceof Error ? error.name : typeof error;
      log.warn({ ...facts, errorName }, 'a refusal by scope could not be written down');
    }
  }
}
