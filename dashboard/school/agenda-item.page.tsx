import { ChildLink } from '../component/child-link.js';
import { Button, ErrorSummary, type FieldFault, PostForm, TextArea, TextInput } from '../component/form.js';
import { SummaryList } from '../component/summary-list.js';
import { Value } from '../component/value.js';
import type { Absence } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { dayText } from '../words/dates.js';
import { doable, type ItemView, type StandingItem } from './agenda-item.view.js';

interface Page {
  readonly urn: string;
  readonly name: string;
  readonly today: string;
  readonly view: ItemView;
  /** What was typed, where it was not taken. */
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

interface ItemProps extends Pick<Page, 'urn' | 'today' | 'form' | 'faults'> {
  readonly item: StandingItem;
  readonly frame: Frame;
}

const Facts = ({ item, absence, today }: { item: StandingItem; absence: Absence; today: string }) => (
  <SummaryList
    rows={[
      ['Child', <ChildLink child={item.child} absence={absence} />],
      ['Why', item.reason],
      ['Meeting', item.meetingOn === null ? 'Not known' : dayText(item.meetingOn)],
      ['On the agenda', standing(item, today)],
      ['Decided', item.outcome ?? 'None recorded'],
    ]}
  />
);

/** Until when a child stands on the agenda, in words. */
function standing({ closedOn, until }: StandingItem, today: string): string {
  if (closedOn !== null) return `Talked about, and taken off on ${dayText(closedOn)}`;
  return `${until > today ? 'Ends' : 'Ended'} on ${dayText(until)}`;
}

/** What is sent with either form. A form that the hub did not answer goes out once more as it was. */
const sent = ({ item: { id, version }, urn, form, frame }: ItemProps, act: 'keep' | 'outcome') => {
  const again = form['act'] === act ? form : {};
  return {
    action: `/schools/${urn}/agenda/${id}/${act}`,
    token: frame.token,
    idempotencyKey: again['idempotencyKey'],
    hidden: {
      act,
      version: again['idempotencyKey'] === undefined ? String(version) : (again['version'] ?? String(version)),
    },
  };
};

/** What was decided so far, to be written down while the child stays on the agenda. */
const OutcomeForm = (props: ItemProps) => (
  <section>
    <h2 class="govuk-heading-m">What was decided</h2>
    <PostForm {...sent(props, 'outcome')}>
      <TextArea
        name="outcome"
        label="What was decided"
        hint="The child stays on the agenda"
        faults={props.faults}
        value={props.form['outcome'] ?? props.item.outcome ?? ''}
      />
      <Button words="Save what was decided" />
    </PostForm>
  </section>
);

/** Keeping the child on the agenda: those who lead say so, before the item ends. */
function Keeping(props: ItemProps & { readonly keptUntil: string | null }) {
  const { item, faults, form, keptUntil } = props;
  return (
    <section>
      <h2 class="govuk-heading-m">Keep on the agenda</h2>
      {keptUntil === null ? (
        <p class="govuk-body">
          Who leads the school, or its team, can keep the child on the agenda for 28 days from that day. It ends on{' '}
          {dayText(item.until)} now.
        </p>
      ) : (
        <PostForm {...sent(props, 'keep')}>
          <TextInput
            name="reason"
            label="Why, if you want to say"
            hint={`Kept on today, it ends on ${dayText(keptUntil)}`}
            faults={faults}
            value={form['reason'] ?? ''}
          />
          <Button words="Keep on the agenda" />
        </PostForm>
      )}
    </section>
  );
}

function Item(props: ItemProps & { readonly absence: Absence }) {
  const { item, today, frame, absence } = props;
  const { stands, decided, keptUntil } = doable(item, frame.viewer.role, today);
  return (
    <>
      <Facts item={item} absence={absence} today={today} />
      {item.waitsForDecision === true ? (
        <p class="govuk-body">The team sees nothing of the child until you decide: the agenda has the form.</p>
      ) : null}
      {decided ? <OutcomeForm {...props} /> : null}
      {stands && !decided ? <p class="govuk-body">The meeting is to come.</p> : null}
      {stands ? (
        <Keeping {...props} keptUntil={keptUntil} />
      ) : (
        <p class="govuk-body">To talk about the child again, put them on the agenda anew.</p>
      )}
    </>
  );
}

/** One child on the agenda: until when, what was decided so far, and keeping the child on it. */
export function agendaItemPage({ view, urn, name, today, form, faults }: Page, frame: Frame): string {
  const title = 'A child on the agenda';
  return layout({
    title: faults.length > 0 ? `Error: ${title}` : title,
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <h1 class="govuk-heading-l">
          {title} <span class="govuk-caption-l">{name}</span>
        </h1>
        <Value
          of={view.item}
          role={frame.viewer.role}
          as={(item) => <Item {...{ item, urn, today, form, faults, frame, absence: view.absence }} />}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={`/schools/${urn}`}>
            Back to the school
          </a>
        </p>
      </>
    ),
  });
}
