import { registerEnumType } from 'type-graphql';

/** What absence from one school may come to, so that somebody is to act on it. */
export enum AttendanceThresholdKind {
  TEN_SESSIONS_UNAUTHORISED = 'TEN_SESSIONS_UNAUTHORISED',
  TEN_DAYS_UNAUTHORISED = 'TEN_DAYS_UNAUTHORISED',
  FIFTEEN_DAYS_ILL = 'FIFTEEN_DAYS_ILL',
  TWO_DAYS_UNEXPLAINED = 'TWO_DAYS_UNEXPLAINED',
}

registerEnumType(AttendanceThresholdKind, {
  name: 'AttendanceThresholdKind',
  description:
    'What absence from one school may come to, so that somebody is to act on it. None of them says what is to be done: support comes first.',
  valuesConfig: {
    TEN_SESSIONS_UNAUTHORISED: {
      description: 'Ten sessions of unauthorised absence within ten school weeks, counted in sessions.',
    },
    TEN_DAYS_UNAUTHORISED: {
      description: 'Ten school days running of unauthorised absence, counted in school days.',
    },
    FIFTEEN_DAYS_ILL: { description: 'Illness on fifteen school days of a school year, counted in school days.' },
    TWO_DAYS_UNEXPLAINED: {
      description: 'No reason given yet on two school days running, counted in school days.',
    },
  },
});
