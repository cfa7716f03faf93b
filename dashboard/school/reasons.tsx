import type { Domain } from '../gateway/operations.generated.js';
import { domainWords } from '../words/codes.js';
import { dayText } from '../words/dates.js';

interface Reason {
  readonly fact: string;
  readonly since: string | null;
  readonly domain: Domain;
}

/** The same in words. */
export const reasonsText = (reasons: readonly Reason[]): string =>
  reasons
    .map(
      ({ fact, since, domain }) =>
        `${fact} (${since === null ? '' : `since ${dayText(since)}, `}${domainWords(domain)})`,
    )
    .join('; ');

/** Facts that need attention, each with its day and whose it is. */
export const Reasons = ({ reasons }: { readonly reasons: readonly Reason[] }) => (
  <ul class="app-facts">
    {reasons.map(({ fact, since, domain }) => (
      <li>
        {fact}{' '}
        <span class="govuk-hint app-inline">
          {since === null ? '' : `since ${dayText(since)}, `}
          {domainWords(domain)}
        </span>
      </li>
    ))}
  </ul>
);
