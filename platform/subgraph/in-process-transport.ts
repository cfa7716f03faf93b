import { coLocated } from '../auth/minter.js';
import type { UnitOfWork } from '../db/unit-of-work.js';
import type { SubgraphContext } from './manifest.js';
import type { Subgraph } from './subgraph.js';
import type { SubgraphTransport } from './transport.js';

/** The units of the requests now being answered in one process: one a request, shared by its co-located domains. */
export type SharedUnits = WeakMap<object, UnitOfWork>;

/**
 * The subgraph, executed in the caller's process through the same door as over HTTP: the envelope is verified before
 * anything else, and the context is made from it alone. One context a request and subgraph, so that what is asked for
 * in one turn is batched.
 */
export function inProcessTransport(subgraph: Subgraph, shared: SharedUnits): SubgraphTransport {
  const contexts = new WeakMap<object, { envelope: string; context: SubgraphContext<unknown> }>();
  return async (call) => {
    const envelope = await call.seal(coLocated);
    const caller = await subgraph.door.enterInProcess(envelope);
    const held = contexts.get(call.request);
    // Two envelopes on one request object would be two callers: each has a context and a unit of its own.
    if (held?.envelope === envelope) return subgraph.execute(call.document, call.variables, held.context);
    let unit = held ? undefined : shared.get(call.request);
    unit ??= subgraph.unitFor(caller);
    shared.set(call.request, unit);
    const context = subgraph.context(caller, unit);
    contexts.set(call.request, { envelope, context });
    return subgraph.execute(call.document, call.variables, context);
  };
}
