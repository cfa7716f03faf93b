import { moreGivenNames } from './given-names.js';
import { nameLists } from './name-lists.js';
import { moreSurnames } from './surnames.js';

/** Names of one background, the commonest first where there is an order. */
interface Names {
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly surnames: readonly string[];
}

/** What families of one background are called: the one list of names that both samples draw from. */
export interface Background {
  /** CIN census ethnicity code. */
  readonly ethnicity: string;
  /** Roughly its share of pupils, of 1,000. Source: national-figures.md §14. */
  readonly weight: number;
  /** A playground's worth, drawn evenly by the area. */
  readonly usual: Names;
  /** Those and many more, drawn by their rank where it matters how many strangers share a name. */
  readonly all: Names;
}

export const backgrounds: readonly Background[] = nameLists.map(({ ethnicity, weight, ...usual }) => {
  const more = moreGivenNames[ethnicity];
  return {
    ethnicity,
    weight,
    usual,
    all: {
      girls: [...(more?.girls ?? []), ...usual.girls],
      boys: [...(more?.boys ?? []), ...usual.boys],
      surnames: [...(moreSurnames[ethnicity] ?? []), ...usual.surnames],
    },
  };
});
