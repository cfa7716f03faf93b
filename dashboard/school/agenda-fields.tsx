import { type FieldFault, Select, TextInput } from '../component/form.js';

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
