import { Button, ErrorSummary, type FieldFault, PostForm, TextArea, TextInput } from '../component/form.js';
import { type Frame, layout } from '../layout/layout.js';
import { backToSchool } from './without-school.js';

interface AgendaForm {
  readonly urn: string;
  readonly child: { readonly id: string; readonly name: string };
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** Putting a child on the agenda: why, and the child’s and the parents’ own words. */
export function agendaForm({ urn, child, form, faults }: AgendaForm, frame: Frame): string {
  return layout({
    title: faults.length > 0 ? 'Error: add to the agenda' : 'Add to the agenda',
    frame,
    back: backToSchool(urn),
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">Add {child.name} to the agenda</h1>
        <PostForm
          action={`/schools/${urn}/agenda/new`}
          token={frame.token}
          hidden={{ childId: child.id, childName: child.name }}
          idempotencyKey={form['idempotencyKey']}
        >
          <TextArea
            name="reason"
            label="Why should the team talk about this child?"
            faults={faults}
            value={form['reason']}
          />
          <TextArea
            name="childVoice"
            label="The child’s own words"
            hint="As they said them"
            faults={faults}
            value={form['childVoice']}
          />
          <TextArea
            name="parentVoice"
            label="The parents’ own words"
            hint="As they said them"
            faults={faults}
            value={form['parentVoice']}
          />
          <TextInput
            name="meetingOn"
            label="For which meeting?"
            hint="The day of the meeting; today or the next school day unless you say"
            kind="date"
            faults={faults}
            value={form['meetingOn']}
          />
          <Button words="Add to the agenda" />
        </PostForm>
      </>
    ),
  });
}
