import type { Child } from 'hono/jsx';

/** Facts, each beside what it is. */
export function SummaryList({ rows }: { readonly rows: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="govuk-summary-list">
      {rows.map(([key, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
