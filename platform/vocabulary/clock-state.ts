import { registerEnumType } from 'type-graphql';

/** Where a clock with a limit stands on a given day. One reading for statutory and waiting-time clocks alike. */
export enum ClockState {
  ON_TRACK = 'ON_TRACK',
  DUE_SOON = 'DUE_SOON',
  BREACHED = 'BREACHED',
  EXCEPTION = 'EXCEPTION',
  STOPPED = 'STOPPED',
}

registerEnumType(ClockState, {
  name: 'ClockState',
  description: 'Where a clock with a limit stands.',
  valuesConfig: {
    ON_TRACK: { description: 'Running, with more time left than the warning period.' },
    DUE_SOON: { description: 'Running, inside the warning period before the limit.' },
    BREACHED: { description: 'Past its limit; stays so when stopped late.' },
    EXCEPTION: { description: 'The limit is lifted; the days go on counting.' },
    STOPPED: { description: 'Stopped in time.' },
  },
});
