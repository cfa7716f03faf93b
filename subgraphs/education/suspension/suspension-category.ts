import { registerEnumType } from 'type-graphql';

/** How a pupil is kept out of school, by the published categories of exclusion. */
export enum SuspensionCategory {
  SUSPENSION = 'SUSPENSION',
  LUNCHTIME = 'LUNCHTIME',
  PERMANENT = 'PERMANENT',
}

registerEnumType(SuspensionCategory, {
  name: 'SuspensionCategory',
  description: 'How a pupil is kept out of school. Source: the school census’s categories SUSP, LNCH and PERM.',
  valuesConfig: {
    SUSPENSION: { description: 'For a number of sessions.' },
    LUNCHTIME: { description: 'For a number of lunchtimes, each of which counts as half a school day.' },
    PERMANENT: { description: 'For good: a permanent exclusion.' },
  },
});
