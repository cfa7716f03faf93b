import { dayText } from '../words/dates.js';

/** Somebody’s own words. */
export interface Voice {
  readonly by: string;
  readonly on: string | null;
  readonly words: string;
  readonly concerning: string;
}

/** Somebody’s own words as they said them, whose they are, and what they are about. */
export const Said = ({ voice: { by, on, words, concerning } }: { readonly voice: Voice }) => (
  <blockquote class="app-voice">
    “{words}”
    <div class="govuk-hint app-voice__by">
      {by}
      {on === null ? '' : `, ${dayText(on)}`}, about: {concerning}
    </div>
  </blockquote>
);
