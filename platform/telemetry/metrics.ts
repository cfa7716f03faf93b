import { Counter, Histogram, Registry } from 'prom-client';

/** The hub's metrics. No label carries a person. One per process that is put together, never a singleton. */
export class Metrics {
  readonly registry = new Registry();

  /** Statements sent to PostgreSQL, by what they were for: open, read, role, frame (begin and commit), write. */
  readonly sqlStatements = new Counter({
    name: 'hub_sql_statements_total',
    help: 'Statements sent to PostgreSQL, by what they were for.',
    labelNames: ['operation'] as const,
    registers: [this.registry],
  });

  readonly transactions = new Counter({
    name: 'hub_sql_transactions_total',
    help: 'Transactions begun, by whether they read or write.',
    labelNames: ['act'] as const,
    registers: [this.registry],
  });

  /** Children opened, by the domain of the facts and the outcome. */
  readonly disclosures = new Counter({
    name: 'hub_disclosures_total',
    help: 'Children about whom a domain was asked, by outcome.',
    labelNames: ['domain', 'outcome'] as const,
    registers: [this.registry],
  });

  readonly subgraphSeconds = new Histogram({
    name: 'hub_subgraph_seconds',
    help: 'Time a subgraph took to answer one call, in seconds.',
    labelNames: ['subgraph'] as const,
    registers: [this.registry],
  });
}
