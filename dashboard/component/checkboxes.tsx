import type { FieldFault } from './form.js';

/** One box: whether it is ticked is sent under its own name. */
export interface Box {
  readonly name: string;
  readonly value: string;
  readonly text: string;
  readonly ticked: boolean;
}

interface CheckboxesProps {
  /** The name under which a fault of all of them is told. */
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly boxes: readonly Box[];
  readonly faults: readonly FieldFault[];
}

/** Boxes of which any may be ticked, under one question. */
export function Checkboxes({ name, legend, hint, boxes, faults }: CheckboxesProps) {
  const fault = faults.find(({ field }) => field === name);
  const described = [hint === undefined ? '' : `${name}-hint`, fault ? `${name}-error` : ''].filter((id) => id !== '');
  return (
    <div class={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={described.length === 0 ? undefined : described.join(' ')}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        {hint === undefined ? null : (
          <div id={`${name}-hint`} class="govuk-hint">
            {hint}
          </div>
        )}
        {fault ? (
          <p id={`${name}-error`} class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {fault.words}
          </p>
        ) : null}
        <div class="govuk-checkboxes">
          {boxes.map((box, at) => {
            // What is wrong with all of them leads to the first.
            const id = at === 0 ? name : `${name}-${at + 1}`;
            return (
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  id={id}
                  name={box.name}
                  type="checkbox"
                  value={box.value}
                  checked={box.ticked}
                />
                <label class="govuk-label govuk-checkboxes__label" for={id}>
                  {box.text}
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
