import { ErrorMessage, type FieldFault, type Option } from './form.js';

interface RadiosProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly faults: readonly FieldFault[];
}

/** One of several, all in sight: the first has the name for its id, where an error summary leads. */
export function Radios({ name, legend, options, value, faults }: RadiosProps) {
  const fault = faults.find(({ field }) => field === name);
  const idOf = (at: number): string => (at === 0 ? name : `${name}-${at + 1}`);
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={fault ? `${name}-error` : undefined}>
        <legend class="govuk-fieldset__legend">{legend}</legend>
        {fault ? <ErrorMessage id={name} words={fault.words} /> : null}
        <div class="govuk-radios">
          {options.map((option, at) => (
            <div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                id={idOf(at)}
                name={name}
                type="radio"
                value={option.value}
                checked={option.value === value}
              />
              <label class="govuk-label govuk-radios__label" for={idOf(at)}>
                {option.text}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
