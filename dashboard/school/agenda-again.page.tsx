import { Button, ErrorSummary, type FieldFault, PostForm, Select, TextInput } from '../component/form.js';
import { type Frame, layout } from '../layout/layout.js';
import { backToSchool } from './without-school.js';

/** What the agenda's own forms say of an item: the safeguarding lead's decision, and that it was talked about. */
export type AgendaAct = 'close' | 'decide';

interface AgendaAgain {
  readonly act: AgendaAct;
  readonly urn: string;
  readonly item: string;
  /** The version that is changed: as it was seen, or as it was read anew after somebody was quicker. */
  readonly version: string;
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

interface FieldsProps {
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  /** What tells the fields of one row from those of another; none where the form stands alone. */
  readonly of?: string;
}

const idOf = (name: string, of: string | undefined): string => (of === undefined ? name : `${name}-${of}`);

const answers = [
  { value: '', text: 'Choose' },
  { value: 'yes', text: 'Yes, while it stands on the agenda' },
  { value: 'no', text: 'No, take it off the agenda' },
];

/** The decision of the school’s safeguarding lead: an answer, and why. */
export const DecisionFields = ({ form, faults, of }: FieldsProps) => (
  <>
    <Select
      name="opens"
      id={idOf('opens', of)}
      label="May the team discuss the child?"
      faults={faults}
      value={form['opens'] ?? ''}
      options={answers}
    />
    <TextInput name="reason" id={idOf('reason', of)} label="Why" faults={faults} value={form['reason'] ?? ''} />
  </>
);

/** What the meeting decided, as far as it is to be kept. */
export const OutcomeFields = ({ form, faults, of }: FieldsProps) => (
  <TextInput
    name="outcome"
    id={idOf('outcome', of)}
    label="What was decided"
    faults={faults}
    value={form['outcome'] ?? ''}
  />
);

const titles: Readonly<Record<AgendaAct, string>> = { decide: 'Decide', close: 'Talked about' };

/** A form of the agenda that was not taken, by itself, with all that was said in it. */
export function agendaAgainPage({ act, urn, item, version, form, faults }: AgendaAgain, frame: Frame): string {
  const { childName = '' } = form;
  return layout({
    title: `Error: ${titles[act]}`,
    frame,
    back: backToSchool(urn),
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">
          {titles[act]} <span class="govuk-caption-l">{childName}</span>
        </h1>
        <p class="govuk-body">
          <a class="govuk-link" href={`/schools/${urn}/agenda/${item}`}>
            The item as it is now
          </a>
        </p>
        <PostForm
          action={`/schools/${urn}/agenda/${item}/${act}`}
          token={frame.token}
          hidden={{ version, childName }}
          idempotencyKey={form['idempotencyKey']}
        >
          {act === 'decide' ? <DecisionFields form={form} faults={faults} /> : null}
          {act === 'close' ? <OutcomeFields form={form} faults={faults} /> : null}
          <Button words={titles[act]} />
        </PostForm>
      </>
    ),
  });
}
