import { expect } from '@jest/globals';
import type { As, TestHub } from '../../support/hub.js';

/** What a standard's clock says, as the graph answers it. */
export interface ClockAnswered {
  readonly startedOn: string | null;
  readonly stoppedOn: string | null;
  readonly days: number | null;
  readonly breachOn: string | null;
  readonly state: string;
  readonly nullifiedOn: readonly string[];
}

/** An entry of a waiting list, as the graph answers it. */
export interface EntryAnswered {
  readonly id: string;
  readonly service: string;
  readonly provider: { readonly id: string } | null;
  readonly status: string;
  readonly receivedOn: string;
  readonly daysWaiting: number;
  readonly weeksWaiting: number;
  readonly band: string;
  readonly localHoldDays: number;
  readonly wasNotBrought: number;
  readonly safeguardingFlag: string | null;
  readonly endedBecause: string | null;
  readonly continuesFrom: string | null;
  readonly continuesAs: string | null;
  readonly clock: ClockAnswered;
  readonly publishedSpell: ClockAnswered | null;
  readonly history: readonly { readonly to: string; readonly effectiveOn: string; readonly reason: string | null }[];
  readonly version: number;
}

const clock = 'startedOn stoppedOn days breachOn state nullifiedOn';
const waits = `query Waits($id: ID!) { child(id: $id) { health { waiting {
  id service provider { id } status receivedOn daysWaiting weeksWaiting band version
  localHoldDays wasNotBrought safeguardingFlag endedBecause continuesFrom continuesAs
  clock { ${clock} } publishedSpell { ${clock} }
  history { to effectiveOn reason }
} } } }`;

/** A child's entries, as somebody sees them. */
export async function entriesOf(hub: Pick<TestHub, 'post'>, as: As, id: string): Promise<readonly EntryAnswered[]> {
  const { body } = await hub.post(as, waits, { id });
  expect(body.errors).toBeUndefined();
  const child = body.data?.['child'] as { readonly health: { readonly waiting: EntryAnswered[] | null } | null } | null;
  return child?.health?.waiting ?? [];
}
