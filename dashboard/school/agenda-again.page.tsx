import { Button, ErrorSummary, type FieldFault, PostForm } from '../component/form.js';
import { type Frame, layout } from '../layout/layout.js';
import { DecisionFields, OutcomeFields } from './agenda-fields.js';
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
