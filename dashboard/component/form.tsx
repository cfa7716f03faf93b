import { randomUUID } from 'node:crypto';
import type { Child } from 'hono/jsx';

/** A fault of a form: at which field, and one sentence. */
export interface FieldFault {
  readonly field: string;
  readonly words: string;
  /** The id of the field, where a page has several of its name. */
  readonly at?: string;
}

/** Every fault of a form, each a link to its field. */
export function ErrorSummary({ faults }: { readonly faults: readonly FieldFault[] }) {
  if (faults.length === 0) return null;
  return (
    <div class="govuk-error-summary" tabindex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {faults.map(({ field, words, at = field }) => (
              <li>
                <a href={`#${at}`}>{words}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** What every control has that a label, a hint or a fault names. */
interface Attributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly name: string;
  /** Where a page has several fields of one name: what tells this one from them. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: readonly FieldFault[];
  /** The control, of its class and with the mark of a fault where it has one. */
  readonly control: (attributes: Attributes, classOf: (name: string) => string) => Child;
}

/** What is wrong at a field. */
export const ErrorMessage = ({ id, words }: { readonly id: string; readonly words: string }) => (
  <p id={`${id}-error`} class="govuk-error-message">
    <span class="govuk-visually-hidden">Error:</span> {words}
  </p>
);

/** A label, what helps, what is wrong, and the control they all describe. */
function Field({ name, id = name, label, hint, faults, control }: FieldProps) {
  const fault = faults.find(({ field }) => field === name);
  const described = [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-error` : ''].filter((id) => id !== '');
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {fault ? <ErrorMessage id={id} words={fault.words} /> : null}
      {control({ id, 'aria-describedby': described.length === 0 ? undefined : described.join(' ') }, (name) =>
        fault ? `${name} ${name}--error` : name,
      )}
    </div>
  );
}

interface InputProps extends Omit<FieldProps, 'control'> {
  readonly value: string | undefined;
  readonly kind?: 'date' | 'text';
}

export const TextInput = ({ value, kind = 'text', ...field }: InputProps) => (
  <Field
    {...field}
    control={(attributes, classOf) => (
      <input
        class={`${classOf('govuk-input')}${kind === 'date' ? ' govuk-input--width-10' : ''}`}
        type={kind}
        name={field.name}
        value={value === '' ? undefined : value}
        autocomplete="off"
        {...attributes}
      />
    )}
  />
);

export const TextArea = ({ value, ...field }: Omit<InputProps, 'kind'>) => (
  <Field
    {...field}
    control={(attributes, classOf) => (
      <textarea class={classOf('govuk-textarea')} name={field.name} rows={3} {...attributes}>
        {value ?? ''}
      </textarea>
    )}
  />
);

export interface Option {
  readonly value: string;
  readonly text: string;
}

export const Select = ({
  value,
  options,
  ...field
}: Omit<InputProps, 'kind'> & { readonly options: readonly Option[] }) => (
  <Field
    {...field}
    control={(attributes, classOf) => (
      <select class={classOf('govuk-select')} name={field.name} {...attributes}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === (value ?? '')}>
            {option.text}
          </option>
        ))}
      </select>
    )}
  />
);

interface PostFormProps {
  readonly action: string;
  readonly token: string;
  /** What is sent besides what is typed. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** The key that makes a double submit one effect; kept where a form comes back with faults. */
  readonly idempotencyKey?: string | undefined;
  readonly children?: Child;
}

/** What was typed, for a form that is another question from now on. */
export function withoutKey({ idempotencyKey: _, ...typed }: Readonly<Record<string, string>>): Record<string, string> {
  return typed;
}

/** A form of ours: with the session's token, and a key of its own. */
export const PostForm = ({ action, token, hidden = {}, idempotencyKey, children }: PostFormProps) => (
  <form method="post" action={action} novalidate>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="idempotencyKey" value={idempotencyKey ?? randomUUID()} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
  </form>
);

/** A form that asks: its fields are in the address, so nothing about a child is among them. */
export const FilterForm = ({ action, children }: { readonly action: string; readonly children?: Child }) => (
  <form method="get" action={action} class="app-filter" novalidate>
    {children}
    <button class="govuk-button">Show</button>
  </form>
);

/** A button that sends. */
export const Button = ({ words, quiet = false }: { readonly words: Child; readonly quiet?: boolean }) => (
  <button
    type="submit"
    class={`govuk-button${quiet ? ' govuk-button--secondary app-small' : ''}`}
    data-prevent-double-click="true"
  >
    {words}
  </button>
);
