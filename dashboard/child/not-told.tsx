import { Value } from '../component/value.js';
import type { Shown } from '../gateway/shown.js';
import type { ChildView } from './child.view.js';

interface RefusedPart {
  readonly title: string;
  readonly of: Extract<Shown<unknown>, { kind: 'refused' }>;
}

/** Of what stands among the parts of every child’s page beside the domains, what this reader does not see. */
export function refusedParts({ voices, actions }: Pick<ChildView, 'actions' | 'voices'>): readonly RefusedPart[] {
  const parts: readonly (readonly [string, Shown<unknown>])[] = [
    ['Own words', voices],
    ['Actions', actions],
  ];
  return parts.flatMap(([title, of]) => (of.kind === 'refused' ? [{ title, of }] : []));
}

interface Props {
  readonly view: ChildView;
  readonly role: string;
}

/** What the reader does not see, after all that the reader came for, and each reason once. */
export function NotTold({ view, role }: Props) {
  const parts = refusedParts(view);
  const reasons = [...new Map(parts.map(({ of }) => [of.because, of])).values()];
  if (reasons.length === 0) return null;
  const titlesOf = (because: string): string =>
    parts
      .filter(({ of }) => of.because === because)
      .map(({ title }) => title)
      .join('. ');
  return (
    <section id="not-told">
      <h2 class="govuk-heading-l">What you do not see</h2>
      {reasons.map((reason) => (
        <>
          <h3 class="govuk-heading-s">{titlesOf(reason.because)}</h3>
          <Value of={reason} role={role} as={() => null} />
        </>
      ))}
    </section>
  );
}
