import type { Child } from 'hono/jsx';
import type { Shown } from '../gateway/shown.js';
import { lateWords, untoldWords } from '../words/answer-words.js';
import { Tag } from './tag.js';

interface ValueProps<T> {
  readonly of: Shown<T>;
  readonly as: (value: T) => Child;
  /** The role that reads, for what it does not see. */
  readonly role: string;
}

/** A value in whichever of its six answers it has: words, always, never a blank, a dash or a nought for what is not known. */
export function Value<T>({ of, as, role }: ValueProps<T>) {
  switch (of.kind) {
    case 'held':
      return <>{as(of.value)}</>;
    case 'none':
      return <span class="app-none">{untoldWords(of, role)}</span>;
    case 'unavailable':
      return (
        <div class="app-unavailable" data-answer="unavailable">
          {untoldWords(of, role)}
        </div>
      );
    case 'refused':
      return (
        <div class="govuk-inset-text app-refused" data-answer="refused">
          {untoldWords(of, role)}
        </div>
      );
    case 'suppressed':
      return <span class="app-suppressed">{untoldWords(of, role)}</span>;
    case 'late':
      return (
        <>
          <p class="govuk-body-s app-late" data-answer="late">
            <Tag colour="orange" words="Late" /> {lateWords(of)}
          </p>
          {as(of.value)}
        </>
      );
  }
}
