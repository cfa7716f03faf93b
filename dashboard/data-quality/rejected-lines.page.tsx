import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Answer } from '../gateway/answer.js';
import type { RejectedLinesQuery } from '../gateway/operations.generated.js';
import { shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { sourceName } from '../words/sources.js';
import { lineColumns } from './data-quality.table.js';

interface RejectedLines {
  readonly source: string;
  readonly answer: Answer<RejectedLinesQuery>;
  readonly pageSize: number;
  /** Whether this is not the first page. */
  readonly further: boolean;
}

const ToPutRight = () => (
  <p class="govuk-body">
    Put these right in the files and send them again: a line that is right is named no longer. The first 500 are shown;{' '}
    <code>hub ingest --rejects</code> writes all of them.
  </p>
);

/** The lines of a source’s last files of which something was not taken, for whoever sent them. */
export function rejectedLinesPage({ source, answer, pageSize, further }: RejectedLines, frame: Frame): string {
  const lines = answer.data?.rejectedLines;
  const list = shown({ ...{ answer, path: ['rejectedLines'], domain: 'PARTNERSHIP' as const }, value: lines });
  const last = lines?.length === pageSize ? lines.at(-1)?.id : undefined;
  return layout({
    title: `Lines of ${sourceName(source)}`,
    frame,
    children: (
      <>
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">Data quality</span>
          {sourceName(source)}
        </h1>
        {list.kind === 'none' ? null : <ToPutRight />}
        {list.kind === 'none' ? (
          <p class="govuk-body">{further ? 'No more lines.' : 'Every line of the last files was taken as it stood.'}</p>
        ) : (
          <Value
            of={list}
            role={frame.viewer.role}
            as={(found) => (
              <Table
                caption="Lines of the last files, in order"
                quiet
                rows={found}
                columns={lineColumns}
                file={`/data-quality/${source}/lines.csv`}
              />
            )}
          />
        )}
        <p class="govuk-body">
          <a class="govuk-link app-inline" href="/data-quality">
            All sources
          </a>{' '}
          {further ? (
            <a class="govuk-link app-inline" href={`/data-quality/${source}`}>
              First page
            </a>
          ) : null}{' '}
          {last === undefined ? null : (
            <a class="govuk-link" href={`/data-quality/${source}?after=${last}`}>
              Next
            </a>
          )}
        </p>
      </>
    ),
  });
}
