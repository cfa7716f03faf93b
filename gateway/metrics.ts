import { Counter, Histogram, type Registry } from 'prom-client';

/**
 * What reading a document came to: it was known; it was read, measured and validated, and may be asked; it was refused
 * unread because it had been refused before; it could not be read or was too large; it was validated and is invalid.
 */
export type DocumentOutcome = 'known' | 'prepared' | 'refused_again' | 'too_large' | 'invalid';

/** What the gateway counts. No label carries a person, a child or a question. */
export class GatewayMetrics {
  private readonly requests: Histogram<'outcome'>;
  private readonly calls: Counter<'subgraph' | 'outcome'>;
  private readonly refusals: Counter<'domain' | 'outcome'>;
  private readonly documents: Counter<'outcome'>;

  constructor(registry: Registry) {
    this.requests = new Histogram({
      name: 'hub_gateway_request_seconds',
      help: 'Time from a request reaching the gateway until its answer was sent, by outcome.',
      labelNames: ['outcome'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    });
    this.calls = new Counter({
      name: 'hub_gateway_subgraph_calls_total',
      help: 'Calls of the gateway to each subgraph, by how they ended.',
      labelNames: ['subgraph', 'outcome'],
      registers: [registry],
    });
    this.refusals = new Counter({
      name: 'hub_gateway_scope_refusals_total',
      help: 'Refusals by scope that the gateway told a domain of, by whether they were written down.',
      labelNames: ['domain', 'outcome'],
      registers: [registry],
    });
    this.documents = new Counter({
      name: 'hub_gateway_documents_total',
      help: 'Documents of questions, by what reading them came to; prepared and invalid ones were validated.',
      labelNames: ['outcome'],
      registers: [registry],
    });
  }

  documentRead(outcome: DocumentOutcome): void {
    this.documents.inc({ outcome });
  }

  /** `complete`, `partial` or the HTTP status of a refusal. */
  answered(seconds: number, outcome: string): void {
    this.requests.observe({ outcome }, seconds);
  }

  subgraphCalled(subgraph: string, outcome: 'answered' | 'errors' | 'unavailable'): void {
    this.calls.inc({ subgraph, outcome });
  }

  /** `beyond`: more than is written down within a minute. */
  refused(domain: string, outcome: 'written' | 'beyond' | 'unwritten'): void {
    this.refusals.inc({ domain, outcome });
  }
}
