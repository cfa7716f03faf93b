import type { NameCounts } from './name-counts.js';
import { type Resolver, WeighingResolver } from './resolve.js';
import { expectedWeights } from '../matching/weights.js';

// In a small index every pair would be likely: an area is never this small.
const fewestRecords = 1000;

/** Weighs records as they are weighed on arrival: among as many as there are, their names as common as they are. */
export function resolverAgainst(names: NameCounts): Resolver {
  return new WeighingResolver(expectedWeights(Math.max(names.records, fewestRecords)), (known) => names.of(known));
}
