import { registerEnumType } from 'type-graphql';

/** What figures of referrals are divided by, at most three at once. */
export enum ReferralsDimension {
  SERVICE = 'SERVICE',
  SOURCE = 'SOURCE',
  AGE = 'AGE',
  SEX = 'SEX',
  ETHNICITY = 'ETHNICITY',
}

registerEnumType(ReferralsDimension, {
  name: 'ReferralsDimension',
  description: 'What figures of referrals are divided by. What is not known is a group of its own, `UNKNOWN`.',
  valuesConfig: {
    SERVICE: { description: 'The service that the child was first referred to.' },
    SOURCE: { description: 'The published code of the source of referral, as the provider’s list gives it.' },
    AGE: {
      description:
        'Years of age on the day the referral was received, in the bands of the Mental Health Services Monthly Statistics (NHS England): 0-5, 6-10, 11-15, 16, 17, 18, 19, 20-24; 25+ stands for those after.',
    },
    SEX: { description: 'FEMALE or MALE, as the provider’s list gives it.' },
    ETHNICITY: {
      description:
        'The published ethnic category of the NHS, A to S, or Z for not stated, as the provider’s list gives it.',
    },
  },
});
