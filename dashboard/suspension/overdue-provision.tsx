import { ChildLink } from '../component/child-link.js';
import { Tag } from '../component/tag.js';
import { counted } from '../words/codes.js';
import { overdueOf, type SuspendedLine } from './suspended.view.js';

interface Props {
  readonly lines: readonly SuspendedLine[];
  /** Whether these are all that the list has. */
  readonly whole: boolean;
}

/**
 * Above a page of the list those of its children whose provision is overdue: they come first for whoever owes it, while the list goes
 * by the day of the suspension. It is of this page alone, and says so where there are others, and whom it does not know about.
 */
export function OverdueProvision({ lines, whole }: Props) {
  const { children, notKnown } = overdueOf(lines);
  const where = whole ? 'in this list' : 'on this page';
  return (
    <section class={children.length === 0 ? undefined : 'app-meeting'}>
      {children.length === 0 ? (
        notKnown === lines.length ? null : (
          <p class="govuk-body">
            Provision from the sixth day is overdue for none of the children {where}
            {notKnown === 0 ? '' : ' of whom it is known'}.
          </p>
        )
      ) : (
        <>
          <h3 class="govuk-heading-s">
            <Tag colour="red" words="Overdue" /> Provision from the sixth day is missing for{' '}
            {counted(children.length, 'child', 'children')} {where}
          </h3>
          <ul class="app-facts">
            {children.map(({ child, text }) => (
              <li>
                <ChildLink child={child} absence="none-seen" />: {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {notKnown === 0 ? null : (
        <p class="govuk-body">
          Of {counted(notKnown, 'child', 'children')} {where} it is not known whether provision from the sixth day is
          overdue.
        </p>
      )}
      {whole ? null : <p class="govuk-body">The list has other pages, which may have more.</p>}
    </section>
  );
}
