import { registerEnumType } from 'type-graphql';

/** What figures of waiting are divided by, at most three at once. */
export enum WaitingTimesDimension {
  SERVICE = 'SERVICE',
  BAND = 'BAND',
  STATUS = 'STATUS',
  PROVIDER = 'PROVIDER',
}

registerEnumType(WaitingTimesDimension, {
  name: 'WaitingTimesDimension',
  description: 'What figures of waiting are divided by.',
  valuesConfig: {
    SERVICE: { description: 'The service waited for.' },
    BAND: {
      description:
        'The published band of the wait, in weeks (NHS community health services situation report): each band is told, also one in which nobody waits.',
    },
    STATUS: { description: 'Where the referral stood at the end of the day.' },
    PROVIDER: { description: 'The provider that keeps the list.' },
  },
});
