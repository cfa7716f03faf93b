import { ChildLink } from '../component/child-link.js';
import { Button, ErrorSummary, type FieldFault, PostForm, TextArea } from '../component/form.js';
import { Details } from '../component/details.js';
import { Pagination } from '../component/pagination.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { NoticesQuery } from '../gateway/operations.generated.js';
import { type Absence, absenceIn, shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { timeText } from '../words/dates.js';
import { words } from '../words/codes.js';

interface NoticeList {
  readonly answer: Answer<NoticesQuery>;
  /** Whether those that were read are looked at. */
  readonly read: boolean;
  readonly pageSize: number;
  /** Whether this is the first page. */
  readonly first: boolean;
  /** A notice that was not marked, what was written of it, and why; null where nothing was sent. */
  readonly sent: SentNotice | null;
}

interface SentNotice {
  readonly id: string;
  readonly form: Readonly<Record<string, string>>;
  readonly fault: FieldFault;
}

/** Where it is written of a notice that the risk was considered. */
export const riskId = (notice: string): string => `risk-${notice}`;

type Notice = NonNullable<NoticesQuery['notices']>[number];

interface OneProps {
  readonly notice: Notice;
  readonly absence: Absence;
  readonly sent: SentNotice | null;
  readonly frame: Frame;
}

const One = ({ notice, absence, sent, frame }: OneProps) => (
  <li class="app-card app-card--wide">
    <h2 class="govuk-heading-s">
      <ChildLink child={notice.child} absence={absence} />: {words(notice.kind).toLowerCase()}
    </h2>
    <p class="govuk-body">{notice.fact}</p>
    <p class="govuk-body-s">
      {timeText(notice.raisedAt)}
      {notice.readAt === null ? '' : `, read ${timeText(notice.readAt)}`}
      {notice.riskConsidered === null ? '' : `. Risk considered: ${notice.riskConsidered}`}
    </p>
    {notice.readAt === null ? (
      <PostForm
        action={`/notices/${notice.id}`}
        token={frame.token}
        hidden={{ version: String(notice.version) }}
        idempotencyKey={sent?.form['idempotencyKey']}
      >
        <Details summary="Record that the risk was considered" open={sent !== null}>
          <TextArea
            name="riskConsidered"
            id={riskId(notice.id)}
            label="What was considered"
            faults={sent === null ? [] : [sent.fault]}
            value={sent?.form['riskConsidered'] ?? ''}
          />
        </Details>
        <Button
          words={
            <>
              Mark as read<span class="govuk-visually-hidden">: {notice.fact}</span>
            </>
          }
          quiet
        />
      </PostForm>
    ) : null}
  </li>
);

const noneText = (read: boolean, first: boolean): string => {
  if (!first) return 'There are no more.';
  return read ? 'You have read none yet.' : 'You have no notice that you have not read.';
};

/** The notices of somebody, the newest first. */
export function noticePage({ answer, read, pageSize, first, sent }: NoticeList, frame: Frame): string {
  const notices = answer.data?.notices;
  const list = shown({
    ...{ answer, path: ['notices'], domain: 'PARTNERSHIP' as const },
    ...{ value: notices, seesAll: false },
  });
  const address = read ? '/notices?show=read' : '/notices';
  return layout({
    title: sent === null ? 'Notices' : 'Error: notices',
    frame,
    children: (
      <>
        <ErrorSummary faults={sent === null ? [] : [sent.fault]} />
        <h1 class="govuk-heading-l">{read ? 'Notices you have read' : 'Notices'}</h1>
        <p class="govuk-body">
          <a class="govuk-link" href={read ? '/notices' : '/notices?show=read'}>
            {read ? 'Those you have not read' : 'Those you have read'}
          </a>
        </p>
        {list.kind === 'none' ? (
          <p class="govuk-body">{noneText(read, first)}</p>
        ) : (
          <Value
            of={list}
            role={frame.viewer.role}
            as={(found) => (
              <ul class="app-cards">
                {found.map((notice) => (
                  <One
                    notice={notice}
                    absence={absenceIn(answer.faults, ['notices'], false)}
                    sent={notice.id === sent?.id ? sent : null}
                    frame={frame}
                  />
                ))}
              </ul>
            )}
          />
        )}
        <Pagination
          first={first ? null : address}
          next={notices?.length === pageSize ? `${address}${read ? '&' : '?'}after=${notices.at(-1)?.id ?? ''}` : null}
        />
      </>
    ),
  });
}
