import { Button, ErrorSummary, type FieldFault, PostForm, TextArea } from '../component/form.js';
import { Radios } from '../component/radios.js';
import { Table } from '../component/table.js';
import type { Answer } from '../gateway/answer.js';
import { type Frame, layout } from '../layout/layout.js';
import { proveAddress } from '../layout/prove-address.js';
import { dayText } from '../words/dates.js';
import { sourceText } from '../words/sources.js';
import { sideColumns } from './match.table.js';
import { type Choice, choicesOf, comparedOf, decidedText, kindWords, type Review, standingText } from './match.view.js';

interface MatchPage {
  readonly review: Review;
  readonly answer: Answer<unknown>;
  readonly form: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
  /** Which of those that wait it is, as far as whoever looks went through them; null where that is not known. */
  readonly place: string | null;
  /** Whether who looks has proved lately who they are. */
  readonly proven: boolean;
  /** Whether somebody else decided while this reviewer had the form open. */
  readonly overtaken?: boolean;
}

const Words = ({ title, words }: { readonly title: string; readonly words: readonly string[] }) =>
  words.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {words.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    </>
  );

const Weighed = ({ choice: { letter, name, sure, differences, alike, besides } }: { readonly choice: Choice }) => (
  <section>
    <h2 class="govuk-heading-m">
      Child {letter}, {name}: {sure}
    </h2>
    <Words title="To bear in mind" words={besides} />
    <Words title="What differs" words={differences} />
    <Words title="What speaks for it" words={alike} />
  </section>
);

const Decision = ({ review, choices, form, faults, frame }: DecisionProps) => (
  <PostForm
    action={`/matches/${review.id}`}
    token={frame.token}
    hidden={{ expectedVersion: String(review.version) }}
    idempotencyKey={form['idempotencyKey']}
  >
    <Radios
      name="whose"
      legend="Whose record is it?"
      value={form['whose']}
      faults={faults}
      options={[
        ...choices.flatMap(({ childId, letter, name }) =>
          childId === null ? [] : [{ value: childId, text: `The same as child ${letter}, ${name}` }],
        ),
        {
          value: 'none',
          text: `${choices.length === 1 ? 'Another child' : 'None of these children'}: kept apart, whatever later files say`,
        },
      ]}
    />
    <TextArea
      name="reason"
      label="Why?"
      hint="What you know, and from whom: it is kept with the decision"
      faults={faults}
      value={form['reason']}
    />
    <Button words="Save" />
  </PostForm>
);

interface DecisionProps extends Pick<MatchPage, 'faults' | 'form' | 'review'> {
  readonly choices: readonly Choice[];
  readonly frame: Frame;
}

const Proof = ({ address }: { readonly address: string }) => (
  <>
    <p class="govuk-body">
      From then on every service shows what it holds of the child you choose. So you are asked to confirm first that it
      is you; you come back to this page.
    </p>
    <a class="govuk-button" href={proveAddress(address)}>
      Confirm that it is you, then decide
    </a>
  </>
);

const Decided = ({
  words,
  review,
  overtaken,
}: Pick<MatchPage, 'overtaken' | 'review'> & { readonly words: string }) => {
  const child = review.candidates.find((one) => one.child !== null)?.child;
  return (
    <>
      <div class="govuk-inset-text">
        {overtaken ? 'Someone else decided it while you looked: nothing of yours was saved. ' : ''}
        {words}
      </div>
      {review.state === 'CONFIRMED' && child ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/separations/${child.id}`}>
            Undo it: part the records again
          </a>
        </p>
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href="/matches">
          Look at the next record
        </a>
      </p>
    </>
  );
};

/** A record and the children it may be of, side by side: whose it is, a person says. */
export function matchPage({ review, answer, form, faults, place, proven, overtaken }: MatchPage, frame: Frame): string {
  const choices = choicesOf(review, answer.faults);
  const decided = decidedText(review);
  const left = review.candidates.length - choices.length;
  return layout({
    title: `${faults.length > 0 ? 'Error: ' : ''}One child or two?`,
    frame,
    children: (
      <>
        <ErrorSummary faults={faults} />
        <span class="govuk-caption-l">
          {sourceText(review.source)}, waiting since {dayText(review.raisedAt.slice(0, 10))}
        </span>
        <h1 class="govuk-heading-l">One child or two?</h1>
        {decided === null ? <p class="govuk-body-l">{standingText(review, place)}</p> : null}
        <p class="govuk-body">{kindWords[review.kind]}</p>
        {decided === null ? null : <Decided words={decided} review={review} overtaken={overtaken} />}
        {decided === null ? (
          <>
            <Table
              caption="Side by side"
              rows={comparedOf(review)}
              columns={sideColumns(choices)}
              file={`/matches/${review.id}/side-by-side.csv`}
            />
            {left > 0 ? <p class="govuk-body">And {left} more, less likely: the likeliest are shown.</p> : null}
            {choices.map((choice) => (
              <Weighed choice={choice} />
            ))}
            {proven ? (
              <Decision review={review} choices={choices} form={form} faults={faults} frame={frame} />
            ) : (
              <Proof address={`/matches/${review.id}`} />
            )}
          </>
        ) : null}
      </>
    ),
  });
}
