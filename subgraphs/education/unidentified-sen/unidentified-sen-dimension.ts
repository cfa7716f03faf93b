import { registerEnumType } from 'type-graphql';

/** What figures of unidentified special educational needs are divided by. */
export enum UnidentifiedSenDimension {
  SCHOOL = 'SCHOOL',
  CATEGORY = 'CATEGORY',
}

registerEnumType(UnidentifiedSenDimension, {
  name: 'UnidentifiedSenDimension',
  description: 'What figures of unidentified special educational needs are divided by.',
  valuesConfig: {
    SCHOOL: { description: 'The school that suspended or excluded the child, by its URN.' },
    CATEGORY: { description: 'SUSPENSION or PERMANENT, as `SuspensionCategory`.' },
  },
});
