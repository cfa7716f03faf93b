import { Temporal } from 'temporal-polyfill';
import { type EffectiveHistory, upTo } from './history.js';
import { WaitingStatus } from './status.js';

/** Days on a local hold up to a day: told beside the wait, and never taken off it. */
export function localHoldDays(history: EffectiveHistory, until: string): number {
  const steps = upTo(history, until);
  return steps.reduce((days, { to, effectiveOn }, at) => {
    if (to !== WaitingStatus.ON_HOLD) return days;
    const endedOn = steps[at + 1]?.effectiveOn ?? until;
    return days + Temporal.PlainDate.from(effectiveOn).until(endedOn).days;
  }, 0);
}
