import type { Child } from 'hono/jsx';

interface DetailsProps {
  readonly summary: Child;
  /** Whether it is shown from the first, because somebody has written in it. */
  readonly open?: boolean;
  readonly children?: Child;
}

/** What is shown to whoever opens it. */
export const Details = ({ summary, open = false, children }: DetailsProps) => (
  <details class="govuk-details" open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
);
