import { Checkboxes } from '../component/checkboxes.js';
import { Button, ErrorSummary, type FieldFault, PostForm, TextInput } from '../component/form.js';
import { Value } from '../component/value.js';
import type { Shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { type Attendee, boxOf, presentOf } from './pack.view.js';
import { backToSchool } from './without-school.js';

export interface PackForm {
  readonly urn: string;
  readonly school: string;
  readonly attendees: Shown<readonly Attendee[]>;
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** For which meeting, and who is to be there: what not all of them may see is left out. */
export function packForm({ urn, school, attendees, form, faults }: PackForm, frame: Frame): string {
  const present = presentOf(form);
  return layout({
    title: faults.length > 0 ? 'Error: meeting pack' : 'Meeting pack',
    frame,
    back: backToSchool(urn),
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">{school}</span>
          Meeting pack
        </h1>
        <p class="govuk-body">
          A sheet for each child on the agenda, with what everybody who is there may see. That each of them was given it
          is recorded.
        </p>
        <Value
          of={attendees}
          role={frame.viewer.role}
          as={(people) => (
            <PostForm action={`/schools/${urn}/pack`} token={frame.token}>
              <TextInput
                name="meetingOn"
                label="The day of the meeting"
                hint="Today, or a day before it"
                kind="date"
                faults={faults}
                value={form['meetingOn']}
              />
              <Checkboxes
                name="present"
                legend="Who is to be there?"
                hint="Those of the team who can sign in to the hub"
                faults={faults}
                boxes={people.map(({ userId, text }, at) => ({
                  ...{ name: boxOf(at), value: userId, text },
                  ticked: present.includes(userId),
                }))}
              />
              <Button words="Make the pack" />
            </PostForm>
          )}
        />
      </>
    ),
  });
}
