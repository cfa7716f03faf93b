import { Table } from '../component/table.js';
import { Value } from '../component/value.js';
import type { Shown } from '../gateway/shown.js';
import { type Frame, layout } from '../layout/layout.js';
import { sourceName } from '../words/sources.js';
import { ruleColumns, sourceColumns } from './data-quality.table.js';
import type { Source } from './data-quality.view.js';

interface DataQuality {
  /** What is to be put right first. */
  readonly sources: Shown<readonly Source[]>;
  /** Whether this reader brings files, and sees the lines of those. */
  readonly bringsFiles: boolean;
}

const Rules = ({ source, bringsFiles }: { readonly source: Source; readonly bringsFiles: boolean }) => (
  <section>
    <h2 class="govuk-heading-m">{sourceName(source.source)}</h2>
    <Table
      caption="What rules were met in the last files, the most frequent first"
      rows={source.byRule}
      columns={ruleColumns}
      file={`/data-quality/rules.csv?source=${source.source}`}
    />
    {bringsFiles ? (
      <p class="govuk-body">
        <a class="govuk-link" href={`/data-quality/${source.source}`}>
          Lines of {sourceName(source.source)}
        </a>
      </p>
    ) : null}
  </section>
);

const Found = ({ found, bringsFiles, role }: FoundProps) => {
  const faulty = found.filter(({ byRule }) => byRule.length > 0);
  return (
    <>
      <Table
        caption="By source, what is to be put right first"
        quiet
        rows={found}
        columns={sourceColumns(role)}
        role={role}
        file="/data-quality.csv"
      />
      {faulty.map((source) => (
        <Rules source={source} bringsFiles={bringsFiles} />
      ))}
      {faulty.length === 0 ? null : (
        <p class="govuk-body-s">
          <a class="govuk-link" href="/data-quality/rules.csv">
            Download the rules of every source as CSV
          </a>
        </p>
      )}
    </>
  );
};

interface FoundProps {
  readonly found: readonly Source[];
  readonly bringsFiles: boolean;
  readonly role: string;
}

/** What came of the files of every source: when, how much of it was taken, and what was wrong with the rest. */
export function dataQualityPage({ sources, bringsFiles }: DataQuality, frame: Frame): string {
  const { role } = frame.viewer;
  return layout({
    title: 'Data quality',
    frame,
    children: (
      <>
        <h1 class="govuk-heading-xl">Data quality</h1>
        <p class="govuk-body">
          Of each source the files that came last. What could not be taken is told to whoever sent it, by line; what
          stands here counts records of files and tells of no child.
        </p>
        <Value of={sources} role={role} as={(found) => <Found found={found} bringsFiles={bringsFiles} role={role} />} />
      </>
    ),
  });
}
