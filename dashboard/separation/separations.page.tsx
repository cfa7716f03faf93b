import { type Frame, layout } from '../layout/layout.js';
import type { Decided } from '../match/decided.js';
import { timeText } from '../words/dates.js';

/** Where a reviewer learns how records that were joined are parted again. */
export function separationsPage(decided: readonly Decided[], frame: Frame): string {
  return layout({
    title: 'Separations',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">Separations</h1>
        <p class="govuk-body">
          Two children who were taken for one are parted by saying which records are another child’s. Each then has
          their own records again, everywhere and at once, and you are shown who saw records of both meanwhile, so that
          they can be told.
        </p>
        <h2 class="govuk-heading-m">What you decided since you signed in</h2>
        {decided.length === 0 ? (
          <p class="govuk-body">Nothing yet.</p>
        ) : (
          <ul class="govuk-list">
            {decided.map(({ reviewId, at, words }) => (
              <li>
                <a class="govuk-link" href={`/matches/${reviewId}`}>
                  {timeText(at)}
                </a>
                : {words}
              </li>
            ))}
          </ul>
        )}
        <p class="govuk-body">Until the day is over you still see whom you decided about, and can undo it there.</p>
        <h2 class="govuk-heading-m">What somebody tells you later</h2>
        <p class="govuk-body">
          <a class="govuk-link" href="/new-case">
            Take the child up
          </a>{' '}
          by a number and the date of birth. You then see the child’s records for eight hours, and those responsible are
          told.
        </p>
      </>
    ),
  });
}
