interface PaginationProps {
  /** The address of the first page; null on it. */
  readonly first: string | null;
  /** The address of the page after this one; null on the last. */
  readonly next: string | null;
}

const icons = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

interface StepProps {
  readonly kind: keyof typeof icons;
  readonly address: string;
  readonly words: string;
}

const Step = ({ kind, address, words }: StepProps) => (
  <div class={`govuk-pagination__${kind}`}>
    <a class="govuk-link govuk-pagination__link" href={address} rel={kind}>
      <svg
        class={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
        xmlns="http://www.w3.org/2000/svg"
        height="13"
        width="15"
        aria-hidden="true"
        focusable="false"
        viewBox="0 0 15 13"
      >
        <path d={icons[kind]}></path>
      </svg>
      <span class="govuk-pagination__link-title govuk-pagination__link-title--decorated">
        {words}
        <span class="govuk-visually-hidden"> page</span>
      </span>
    </a>
  </div>
);

/** The ways on in a list of pages: a cursor knows the next, and the first is known without one. */
export function Pagination({ first, next }: PaginationProps) {
  if (first === null && next === null) return null;
  return (
    <nav class="govuk-pagination govuk-pagination--block" aria-label="Pagination">
      {first === null ? null : <Step kind="prev" address={first} words="First" />}
      {next === null ? null : <Step kind="next" address={next} words="Next" />}
    </nav>
  );
}
