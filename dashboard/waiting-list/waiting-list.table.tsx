import { childColumn } from '../component/child-link.js';
import type { FileColumn } from '../csv/column.js';
import type { WaitingListQuery } from '../gateway/operations.generated.js';
import type { Absence } from '../gateway/shown.js';
import { counted, words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { nameText } from '../words/names.js';
import type { WaitingFilter } from './list-filter.js';

export type Entry = NonNullable<WaitingListQuery['waitingList']>['edges'][number]['node'];

/** How a wait stands against its standard: words and a tag, never colour alone. */
export function standardText({ clock }: Pick<Entry, 'clock'>): string {
  if (clock === null) return 'No standard named';
  const said = `${clock.standard}: ${words(clock.state).toLowerCase()}`;
  if (clock.breachOn === null) return said;
  switch (clock.state) {
    case 'BREACHED':
      return `${said} since ${dayText(clock.breachOn)}`;
    case 'DUE_SOON':
    case 'ON_TRACK':
      return `${said}; past the standard from ${dayText(clock.breachOn)}`;
    case 'EXCEPTION':
    case 'STOPPED':
      return said;
  }
}

const nextText = ({ nextStep }: Entry): string => nextStep ?? 'No next step recorded';

/** What the list says of each wait, on the page and in the file. */
export const waitColumns = (absence: Absence): FileColumn<Entry>[] => [
  childColumn(absence),
  { title: 'Service', text: ({ service, provider }) => `${words(service)}, ${provider?.name ?? 'provider not named'}` },
  {
    title: 'Status',
    text: ({ status, nextAppointmentOn }) =>
      `${words(status)}${nextAppointmentOn === null ? '' : `, ${dayText(nextAppointmentOn)}`}`,
  },
  { title: 'Waiting', numeric: true, text: ({ weeksWaiting }) => counted(weeksWaiting, 'week', 'weeks') },
  { title: 'Standard', text: standardText },
  {
    title: 'Next',
    text: nextText,
    of: (entry) => (
      <>
        {nextText(entry)}
        {entry.child && entry.allowedNext && entry.allowedNext.length > 0 ? (
          <>
            <br />
            <a class="govuk-link" href={`/waiting-lists/${entry.child.id}/${entry.id}/update`}>
              Update<span class="govuk-visually-hidden"> {nameText(entry.child.name)}</span>
            </a>
          </>
        ) : null}
      </>
    ),
  },
];

/** What was chosen, as it stands in an address. */
export const filterQuery = ({ service, status, past }: WaitingFilter): Record<string, string> => ({
  ...{ service: service ?? '', status: status ?? '', past: past ? 'yes' : '' },
});

/** What was chosen, in words. */
export const filterWords = ({ service, status, past }: WaitingFilter): string =>
  [
    `Service: ${service === null ? 'all' : words(service)}`,
    `Status: ${status === null ? 'all who wait' : words(status)}`,
    `Standard: ${past ? 'past the standard' : 'all'}`,
  ].join('; ');
