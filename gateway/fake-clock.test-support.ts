const timers = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

type Timer = (typeof timers)[number];

/** For `jest.useFakeTimers`: what stays real when these alone are the test's. */
export const everyTimerBut = (...faked: readonly Timer[]): Timer[] => timers.filter((timer) => !faked.includes(timer));
