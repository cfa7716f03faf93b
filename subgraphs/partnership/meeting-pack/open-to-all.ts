import type { Seen } from '../../../platform/access/seen.js';
import { wholeOrNothing } from '../../../platform/access/whole-or-nothing.js';
import type { PackedReason } from './meeting-pack.repository.js';

/** What all who are there may see: what else is asked in the same turn may open more of a child's rows to the caller alone. */
export const openToAll = <Reason extends Pick<PackedReason, 'facet'>>(seen: Seen<Reason>): readonly Reason[] =>
  wholeOrNothing(seen).filter(({ facet }) => facet === null || seen.facets.has(facet));
