import type { Caller } from '../../../platform/auth/door.js';
import { Refused } from '../../../platform/errors/hub-error.js';

/** Ends the call of a person: a feed is for system callers, whose keys name the operation. @throws Refused */
export function systemOnly(caller: Caller): void {
  if (caller.operations === null) throw new Refused('This is for the hub’s own processes alone.');
}
