import { type DocumentNode, OperationTypeNode } from 'graphql';

// Within the minute that a caller is vouched for, with room for what was waited for before.
const timesForAWrite = 4;

/** How long a call may take, in milliseconds, of that which a question may. */
export const timeForAWrite = (timeoutMs: number): number => timesForAWrite * timeoutMs;

/**
 * How long one call may take. Whoever gives up a question has lost nothing and asks again; whoever gives up a write does
 * not know what came of it, so a write may wait its turn for longer.
 */
export function timeFor(document: DocumentNode, timeoutMs: number): number {
  const writes = document.definitions.some((one) => 'operation' in one && one.operation === OperationTypeNode.MUTATION);
  return writes ? timeForAWrite(timeoutMs) : timeoutMs;
}
