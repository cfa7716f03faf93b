import { registerEnumType } from 'type-graphql';

/** What a governing board has to do about a suspension or exclusion. */
export enum GovernorsDuty {
  NONE = 'NONE',
  ON_REPRESENTATIONS = 'ON_REPRESENTATIONS',
  MUST_MEET = 'MUST_MEET',
}

registerEnumType(GovernorsDuty, {
  name: 'GovernorsDuty',
  description:
    'What a school’s governing board has to do about a suspension or exclusion. Source: SI 2012/1033 regulation 6.',
  valuesConfig: {
    NONE: { description: 'To consider what parents say, where they say anything: no meeting is due.' },
    ON_REPRESENTATIONS: { description: 'To meet and consider reinstatement where parents make representations.' },
    MUST_MEET: { description: 'To meet and consider reinstatement whatever parents say.' },
  },
});
