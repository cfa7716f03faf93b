import { registerEnumType } from 'type-graphql';

/** Whose word of an entry is taken where a provider's file and the hub differ. */
export enum ConflictSide {
  FILE = 'FILE',
  HUB = 'HUB',
}

registerEnumType(ConflictSide, {
  name: 'ConflictSide',
  description: 'Whose word of an entry is taken where a provider’s file and the hub differ.',
  valuesConfig: {
    FILE: { description: 'What the provider’s file said; what was changed here stays in the history.' },
    HUB: { description: 'What stands in the hub; the provider’s own system is to be put right.' },
  },
});
