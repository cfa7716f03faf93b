import { randomUUID } from 'node:crypto';
import type { Minter } from '../platform/auth/minter.js';
import { openedIn, openStatement } from '../platform/db/open-statement.js';
import type { Domain } from '../platform/vocabulary/domain.js';
import { type Manner, requestOf } from './hand-written.js';

/**
 * The best that can be done by hand with the same permits, audit rows, roles and texts as the hub: it pays for the same
 * opening. It vouches for the caller to the database as the gateway does; it signs no envelope, since there is no door
 * between it and itself.
 */
export function limit(minter: Minter, roleOf: (domain: Domain) => string): Manner {
  return {
    before: (id, who, plan) => openStatement(minter.vouch({ ...who, rid: randomUUID() }), plan.requestsFor(id)),
    roleOf,
    textOf: (text) => text,
    outcomes: (id, _who, plan, rows) => {
      const opened = openedIn(rows);
      return (name) => opened[requestOf(plan, name)]?.verdicts.get(id)?.outcome;
    },
  };
}
