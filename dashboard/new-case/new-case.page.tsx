import { Button, ErrorSummary, type FieldFault, PostForm, Select, TextArea, TextInput } from '../component/form.js';
import { type Frame, layout } from '../layout/layout.js';
import { isReviewer, kindsOf } from './new-case.view.js';

interface NewCase {
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

const Explained = ({ reviewer }: { readonly reviewer: boolean }) => (
  <p class="govuk-body">
    {reviewer
      ? 'For when somebody tells you that two children are taken for one. '
      : 'For a child who is new to you, before your own system says so. '}
    You see who the child is for eight hours. Those responsible for the child are told that you did, and why.
  </p>
);

/** Taking a child on by a number and the date of birth. */
export function newCasePage({ form, faults }: NewCase, frame: Frame): string {
  const { role } = frame.viewer;
  const field = (name: string) => ({ name, faults, value: form[name] });
  const kinds = kindsOf(role);
  const title = isReviewer(role) ? 'Take a child up' : 'Take on a child who is new to you';
  return layout({
    title: `${faults.length > 0 ? 'Error: ' : ''}${title}`,
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <Explained reviewer={isReviewer(role)} />
        <PostForm action="/new-case" token={frame.token} idempotencyKey={form['idempotencyKey']}>
          <Select {...field('identifierType')} label="Which number is it?" options={kinds} />
          <TextInput {...field('identifier')} label="The number" />
          <TextInput {...field('dateOfBirth')} label="Date of birth" kind="date" />
          <TextArea {...field('reason')} label="Why?" hint="Who asked you, and what for" />
          <Button words={title} />
        </PostForm>
      </>
    ),
  });
}
