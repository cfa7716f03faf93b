import { registerEnumType } from 'type-graphql';

/** The kinds of number other bodies know a child by. */
export enum IdentifierType {
  UPN = 'UPN',
  NHS_NUMBER = 'NHS_NUMBER',
  SOCIAL_CARE_ID = 'SOCIAL_CARE_ID',
  ULN = 'ULN',
}

registerEnumType(IdentifierType, {
  name: 'IdentifierType',
  description: 'A kind of number by which a body outside the hub knows a child.',
  valuesConfig: {
    UPN: { description: 'Unique pupil number: 13 characters, the first a check letter.' },
    NHS_NUMBER: { description: 'NHS number: ten digits, the last a modulus-11 check.' },
    SOCIAL_CARE_ID: { description: "A council's own number for a child: one number space a council." },
    ULN: { description: 'Unique learner number: ten digits, from age 14.' },
  },
});
