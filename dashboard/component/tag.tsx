interface TagProps {
  /** Red to act now, yellow to watch; grey and orange are about the data. */
  readonly colour: 'grey' | 'orange' | 'red' | 'yellow';
  readonly words: string;
}

/** A word that stands out: by what it says, and its colour besides. */
export const Tag = ({ colour, words }: TagProps) => <strong class={`govuk-tag govuk-tag--${colour}`}>{words}</strong>;
