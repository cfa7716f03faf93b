import { Button, ErrorSummary, type FieldFault, PostForm, TextArea, TextInput } from '../component/form.js';
import { type Frame, layout, type Way } from '../layout/layout.js';

interface ActionForm {
  /** Where it is sent. */
  readonly address: string;
  readonly name: string;
  /** Where it was opened from. */
  readonly back: Way;
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** Recording what was agreed for a child. */
export function actionForm({ address, name, back, form, faults }: ActionForm, frame: Frame): string {
  const field = (of: string) => ({ name: of, faults, value: form[of] });
  return layout({
    title: `${faults.length > 0 ? 'Error: ' : ''}Add an action`,
    frame,
    back,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Add an action for {name}</h1>
        <PostForm
          action={address}
          token={frame.token}
          hidden={{ childName: name }}
          idempotencyKey={form['idempotencyKey']}
        >
          <TextArea {...field('what')} label="What is to be done?" />
          <TextInput {...field('owner')} label="Who is to do it?" hint="A person or a role, and where they work" />
          <TextInput {...field('dueOn')} label="By when?" hint="If a day was agreed" kind="date" />
          <Button words="Save" />
        </PostForm>
      </>
    ),
  });
}
