import type { Metrics } from '../telemetry/metrics.js';
import type { Domain } from '../vocabulary/domain.js';
import type { Lines } from './lines.js';

/** How a process reaches the database. */
export interface UnitOptions {
  readonly lines: Lines;
  /** The role to take before a domain's reads, where the login is shared by co-located domains. */
  readonly roleOf: (domain: Domain) => string | null;
  readonly metrics: Metrics;
}

/** Counted per request: they hold on any machine, where timings do not. */
export interface Counts {
  transactions: number;
  statements: number;
  reads: number;
}
