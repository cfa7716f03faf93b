/** Leads to the page a form or a part was opened from. */
export const BackLink = ({ address, words }: { readonly address: string; readonly words: string }) => (
  <a href={address} class="govuk-back-link">
    {words}
  </a>
);
