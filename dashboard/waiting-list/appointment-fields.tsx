import { Checkboxes } from '../component/checkboxes.js';
import { type FieldFault, Select, TextInput } from '../component/form.js';
import { dayText } from '../words/dates.js';
import { cancellers } from './booking.view.js';
import type { Entry } from './wait.js';

interface AppointmentProps {
  readonly entry: Entry;
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

const box = (form: AppointmentProps['form'], name: string, text: string) => ({
  ...{ name, text, value: 'yes', ticked: form[name] === 'yes' },
});

function hintOf({ status, nextAppointmentOn }: Entry): string {
  if (nextAppointmentOn === null) return 'If there is one';
  const on = `It is on ${dayText(nextAppointmentOn)}. `;
  return status === 'BOOKED'
    ? `${on}Leave this empty where that stands or has ended`
    : `${on}Leave this empty where that stands, or enter another day`;
}

/** The next appointment: its day, that there is none any more, and what is said of one that is booked or cancelled. */
export function AppointmentFields({ entry, form, faults }: AppointmentProps) {
  const booked = entry.status === 'BOOKED';
  const books = booked || (entry.allowedNext ?? []).some(({ status }) => status === 'BOOKED');
  const field = (name: string) => ({ name, faults, value: form[name] });
  return (
    <>
      <TextInput {...field('nextAppointmentOn')} label="The next appointment" hint={hintOf(entry)} kind="date" />
      {!booked && entry.nextAppointmentOn !== null ? (
        <Checkboxes
          name="noAppointment"
          legend="Is it cancelled?"
          faults={faults}
          boxes={[box(form, 'noAppointment', 'There is no appointment any more')]}
        />
      ) : null}
      {booked ? (
        <Select
          {...field('cancelledBy')}
          label="If a visit was cancelled: by whom"
          options={[{ value: '', text: 'Not cancelled, or not known' }, ...cancellers]}
        />
      ) : null}
      {books ? (
        <Checkboxes
          name="firstAppointment"
          legend="If an appointment is booked now"
          faults={faults}
          boxes={[
            box(form, 'firstAppointment', 'It is the first of this referral'),
            box(form, 'properlyOffered', 'It was offered with reasonable notice and a choice of days'),
          ]}
        />
      ) : null}
    </>
  );
}
