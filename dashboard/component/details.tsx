import type { Child } from 'hono/jsx';

interface DetailsProps {
  readonly summary: Child;
  readonly children?: Child;
}

/** What is shown to whoever opens it. */
export const Details = ({ summary, children }: DetailsProps) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);
