import { Button, ErrorSummary, type FieldFault, PostForm, TextInput } from '../component/form.js';
import { type Frame, layout } from '../layout/layout.js';
import { dayText, isDay } from '../words/dates.js';

interface ProvisionForm {
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** Provision that is said to be in place, where something of it has to be put right. */
export function provisionForm({ form, faults }: ProvisionForm, frame: Frame): string {
  const { childId = '', childName = '', startedOn = '', back = '' } = form;
  const field = (of: string) => ({ name: of, faults, value: form[of] });
  return layout({
    title: 'Error: record provision',
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">
          Record provision for {childName}
          {isDay(startedOn) ? <span class="govuk-caption-m">Kept out of school from {dayText(startedOn)}</span> : null}
        </h1>
        <PostForm
          action="/suspensions/provision"
          token={frame.token}
          hidden={{ childId, childName, startedOn, back }}
          idempotencyKey={form['idempotencyKey']}
        >
          <TextInput {...field('provider')} label="Who gives it?" />
          <TextInput {...field('inPlaceOn')} label="In place on" kind="date" />
          <Button words="Save" />
        </PostForm>
      </>
    ),
  });
}
