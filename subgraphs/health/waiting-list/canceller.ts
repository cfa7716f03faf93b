import { registerEnumType } from 'type-graphql';
import type { cancellers } from './waiting-list-change.row.js';

/** Who cancelled an appointment. */
export type CancelledBy = (typeof cancellers)[number];

/** The same, for the graph. */
export const Canceller = { FAMILY: 'FAMILY', PROVIDER: 'PROVIDER' } as const satisfies { [By in CancelledBy]: By };

registerEnumType(Canceller, {
  name: 'AppointmentCanceller',
  description: 'Who cancelled an appointment.',
  valuesConfig: {
    FAMILY: { description: 'The family, or the young person.' },
    PROVIDER: { description: 'The provider.' },
  },
});
