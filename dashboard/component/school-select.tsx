import { type FieldFault, type Option, Select } from './form.js';

/** A school as the gateway names it. */
export interface NamedSchool {
  readonly urn: string;
  readonly name: string;
}

interface SchoolSelectProps {
  readonly name: string;
  readonly label: string;
  /** What stands first, of no school in particular. */
  readonly first: string;
  /** Those to choose from; null where nobody could say which there are. */
  readonly schools: readonly NamedSchool[] | null;
  /** The URN that is chosen; it stays to be chosen where it is not among them. */
  readonly value: string | null;
  readonly faults?: readonly FieldFault[];
}

/** The schools to choose from by their names; of two of one name each with its number. */
export function schoolOptions({ schools, value, first }: Omit<SchoolSelectProps, 'label' | 'name'>): readonly Option[] {
  const known = schools ?? [];
  const named = new Map<string, number>();
  for (const { name } of known) named.set(name, (named.get(name) ?? 0) + 1);
  const other = value === null || known.some(({ urn }) => urn === value) ? [] : [{ value, text: `URN ${value}` }];
  return [
    { value: '', text: first },
    ...known.map(({ urn, name }) => ({ value: urn, text: (named.get(name) ?? 0) > 1 ? `${name} (URN ${urn})` : name })),
    ...other,
  ];
}

const notAsked = 'We could not ask education just now which schools there are.';

/** A school, chosen by its name. */
export const SchoolSelect = ({ name, label, faults = [], ...choice }: SchoolSelectProps) => (
  <Select
    name={name}
    label={label}
    faults={faults}
    value={choice.value ?? ''}
    options={schoolOptions(choice)}
    {...(choice.schools === null ? { hint: notAsked } : {})}
  />
);
