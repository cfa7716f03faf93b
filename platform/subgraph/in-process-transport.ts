import { coLocated } from '../auth/minter.js';
import type { UnitOfWork } from '../db/unit-of-work.js';
import type { SubgraphContext } from './manifest.js';
import type { Subgraph } from './subgraph.js';
import type { SubgraphTransport } from '../transport/transport.js';

/** What belongs to one caller within one request: two envelopes on one request object are two callers. */
type PerCaller<Held> = WeakMap<object, Map<string, Held>>;

/** The units of the requests now being answered in one process, shared by co-located domains. */
export type SharedUnits = PerCaller<UnitOfWork>;

function heldOrMade<Held>(held: PerCaller<Held>, request: object, envelope: string, make: () => Held): Held {
  const ofRequest = held.get(request) ?? new Map<string, Held>();
  held.set(request, ofRequest);
  const found = ofRequest.get(envelope) ?? make();
  ofRequest.set(envelope, found);
  return found;
}

/**
 * The subgraph, executed in the caller's process through the same door as over HTTP: the envelope is verified before
 * anything else, and the context is made from it alone. One context a caller, request and subgraph, so that what is
 * asked for in one turn is batched; one unit of work a caller and request, whichever domains it asks.
 */
export function inProcessTransport(subgraph: Subgraph, shared: SharedUnits): SubgraphTransport {
  const contexts: PerCaller<SubgraphContext<unknown>> = new WeakMap();
  return async ({ request, seal, document, variables }) => {
    const envelope = await seal(coLocated);
    const caller = await subgraph.door.enterInProcess(envelope);
    const context = heldOrMade(contexts, request, envelope, () =>
      subgraph.context(
        caller,
        heldOrMade(shared, request, envelope, () => subgraph.unitFor(caller)),
      ),
    );
    return subgraph.execute(document, variables, context);
  };
}
