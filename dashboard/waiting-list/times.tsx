import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Shown } from '../gateway/shown.js';
import { Bands } from '../picture/bands.js';
import { timesColumns, type TimesView } from './times.view.js';

interface TimesProps {
  readonly times: Shown<TimesView>;
  readonly role: string;
  readonly file: string;
}

/** How long children wait, against what was agreed. */
export const Times = ({ times, role, file }: TimesProps) => (
  <section>
    <h2 class="govuk-heading-m">How long children wait</h2>
    <Value
      of={times}
      role={role}
      as={({ services, bands, basis }) => (
        <>
          <Table caption="Waits by service" quiet rows={services} columns={timesColumns} role={role} file={file} />
          <Bands bands={bands} />
          <p class="govuk-body-s">{basis}</p>
        </>
      )}
    />
  </section>
);
