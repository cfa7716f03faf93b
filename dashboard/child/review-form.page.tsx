import { Button, ErrorSummary, type FieldFault, PostForm, TextArea, TextInput } from '../component/form.js';
import { type Frame, layout, type Way } from '../layout/layout.js';

interface ReviewForm {
  readonly childId: string;
  readonly name: string;
  /** How many reviews of the school year had been seen. */
  readonly version: string;
  readonly back: Way;
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** Recording what was tried with a child before an exclusion, and what the child says. */
export function reviewForm({ childId, name, version, back, form, faults }: ReviewForm, frame: Frame): string {
  const field = (of: string) => ({ name: of, faults, value: form[of] });
  return layout({
    title: `${faults.length > 0 ? 'Error: ' : ''}Record what was tried`,
    frame,
    back,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">What was tried with {name} before an exclusion</h1>
        <PostForm
          action={`/children/${childId}/reviews/new`}
          token={frame.token}
          hidden={{ childName: name, version }}
          idempotencyKey={form['idempotencyKey']}
        >
          <TextArea {...field('tried')} label="What was tried?" hint="Each on a line of its own" />
          <TextArea {...field('pupilWords')} label="The child’s own words" hint="As they said them" />
          <TextInput
            {...field('reviewedOn')}
            label="When was it talked about?"
            hint="A day of this school year, today at the latest"
            kind="date"
          />
          <Button words="Save" />
        </PostForm>
      </>
    ),
  });
}
