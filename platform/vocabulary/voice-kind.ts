import { registerEnumType } from 'type-graphql';

/** Whose words are told. */
export enum VoiceKind {
  CHILD = 'CHILD',
  PARENT = 'PARENT',
  CARER = 'CARER',
  PROFESSIONAL = 'PROFESSIONAL',
}

registerEnumType(VoiceKind, {
  name: 'VoiceKind',
  description: 'Whose words are told.',
  valuesConfig: {
    CHILD: { description: 'The child’s own.' },
    PARENT: { description: 'A parent’s, or of whoever else has parental responsibility.' },
    CARER: {
      description: 'Of somebody else who looks after the child. No source tells them from a parent’s: none is told.',
    },
    PROFESSIONAL: { description: 'Of somebody who works with the child. No source tells any: none is told.' },
  },
});
