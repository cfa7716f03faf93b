import { hasDied, lastDayCounted } from '../../../platform/access/lifetime.js';
import { type EffectiveHistory, upTo } from './history.js';
import { isContact } from './run.js';
import { isOpen, WaitingStatus } from './status.js';

const closures: Readonly<Partial<Record<WaitingStatus, string>>> = {
  [WaitingStatus.REJECTED]: 'The service did not accept the referral',
  [WaitingStatus.REDIRECTED]: 'Sent on to another service, where the wait goes on',
  [WaitingStatus.WITHDRAWN]: 'The family or the referrer took the referral back',
  [WaitingStatus.DISCHARGED]: 'The service ended its involvement before it had seen the child',
  [WaitingStatus.ENTERED_IN_ERROR]: 'It should never have been recorded',
};

/**
 * Why a wait ended without the child being seen, up to a day; null while the child waits, and where the child was seen.
 * Never the standard's word: what ended so was not stopped by being in time.
 */
export function endedBecause(history: EffectiveHistory, asAt: string, diedOn: string | null): string | null {
  const steps = upTo(history, lastDayCounted(asAt, diedOn));
  if (steps.some(isContact)) return null;
  const closed = steps.find(({ to }) => !isOpen(to));
  if (closed) return closures[closed.to] ?? null;
  return hasDied(diedOn, asAt) ? 'The child has died' : null;
}
