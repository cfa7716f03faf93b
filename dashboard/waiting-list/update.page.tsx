import { Button, ErrorSummary, type FieldFault, PostForm, Select, TextArea, TextInput } from '../component/form.js';
import { Radios } from '../component/radios.js';
import { Table } from '../component/table.js';
import { type Frame, layout } from '../layout/layout.js';
import { words } from '../words/codes.js';
import { dayText } from '../words/dates.js';
import { AppointmentFields } from './appointment-fields.js';
import { bookingOf } from './booking.view.js';
import { services } from './list-filter.js';
import { nameText } from '../words/names.js';
import { choicesOf, lifeColumns } from './update.view.js';
import type { Child, Entry } from './wait.js';

interface Update {
  readonly child: Pick<Child, 'id' | 'name'>;
  readonly entry: Entry;
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  /** What somebody else did meanwhile; null where nobody did anything. */
  readonly theirs: string | null;
}

const Steps = ({ entry, form, faults }: Pick<Update, 'entry' | 'faults' | 'form'>) => (
  <Radios name="to" legend="Where does it stand now?" faults={faults} value={form['to']} options={choicesOf(entry)} />
);

const Life = ({ entry, file }: { readonly entry: Entry; readonly file: string }) => (
  <Table caption="What happened, oldest first" rows={entry.history} columns={lifeColumns} file={file} />
);

/**
 * The entry as it was seen, which a form that comes back still says: sent twice, it asks for the same twice. Where somebody was
 * quicker it is another question, of the entry as it stands now.
 */
const hiddenOf = (entry: Entry, form: Update['form']) => ({
  from: form['from'] ?? entry.status,
  booking: form['booking'] ?? bookingOf(entry)?.id ?? '',
  expectedVersion: form['expectedVersion'] ?? String(entry.version),
});

/** An entry’s form: the allowed steps, the day, and what goes with them. */
export function updatePage({ child, entry, form, faults, theirs }: Update, frame: Frame): string {
  const field = (name: string) => ({ name, faults, value: form[name] });
  return layout({
    title: `${faults.length > 0 ? 'Error: ' : ''}Update ${words(entry.service)}, ${nameText(child.name)}`,
    frame,
    back: { address: '/waiting-lists', words: 'Back to the waiting lists' },
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">
          {nameText(child.name)}{' '}
          <span class="govuk-caption-l">
            {words(entry.service)}. Received {dayText(entry.receivedOn)}, waiting {entry.weeksWaiting} weeks
          </span>
        </h1>
        <p class="govuk-body">
          <a class="govuk-link" href={`/children/${child.id}`}>
            What is known of the child
          </a>
        </p>
        {theirs === null ? null : (
          <div class="govuk-inset-text">
            {theirs} Send yours to save it over that, or leave the page to keep theirs.
          </div>
        )}
        <PostForm
          action={`/waiting-lists/${child.id}/${entry.id}/update`}
          token={frame.token}
          hidden={hiddenOf(entry, faults.length > 0 && theirs === null ? form : {})}
          idempotencyKey={form['idempotencyKey']}
        >
          <Steps entry={entry} form={form} faults={faults} />
          <TextInput {...field('effectiveOn')} label="The day it took effect" kind="date" />
          <TextArea
            {...field('reason')}
            label="Reason"
            hint="For what ended, was put on hold, was sent on or was cancelled"
          />
          <AppointmentFields entry={entry} form={form} faults={faults} />
          <TextInput {...field('nextStep')} label="The next step" hint="As the family will read it" />
          <Select
            {...field('wasNotBrought')}
            label="If the child did not attend"
            options={[
              { value: '', text: 'They missed it themselves' },
              { value: 'yes', text: 'They were not brought' },
            ]}
          />
          <Select
            {...field('redirectTo')}
            label="If it was sent on: the service"
            options={[{ value: '', text: 'Not sent on' }, ...services.map((value) => ({ value, text: words(value) }))]}
          />
          <TextInput {...field('redirectProviderId')} label="If it was sent on: the provider’s ODS code" />
          <Button words="Save" />
        </PostForm>
        <Life entry={entry} file={`/waiting-lists/${child.id}/${entry.id}/history.csv`} />
      </>
    ),
  });
}
