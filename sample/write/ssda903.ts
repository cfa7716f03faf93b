import { episodeColumns, headerColumns } from '../../subgraphs/social-care/yearly-return/source/ssda903/columns.js';
import type { SampleChild } from '../child.js';
import { dayFirst } from '../dates.js';
import { CsvTable } from './csv-table.js';

export const headerTable = new CsvTable(headerColumns);
export const episodeTable = new CsvTable(episodeColumns);

/** The child's line in the header table, where the return has the child. */
export function headerLines(child: SampleChild): readonly string[] {
  const { inCare, socialCare } = child;
  if (socialCare === null || socialCare.care.length === 0) return [];
  return [
    headerTable.line({
      CHILD: socialCare.id,
      SEX: child.sex,
      DOB: dayFirst(inCare.dob, '/'),
      ETHNIC: child.ethnicity,
      UPN: inCare.upn ?? socialCare.upnUnknown,
      ...(child.sex === 'F' && { MOTHER: '0' }),
    }),
  ];
}

/** The child's episodes of care, oldest first. */
export function episodeLines(child: SampleChild): readonly string[] {
  const { inCare, socialCare } = child;
  return (socialCare?.care ?? []).map((episode) =>
    episodeTable.line({
      CHILD: socialCare?.id ?? '',
      DECOM: dayFirst(episode.from, '/'),
      RNE: episode.reasonStarted,
      LS: episode.legalStatus,
      CIN: episode.needCode,
      PLACE: episode.placement,
      PLACE_PROVIDER: episode.placementProvider,
      DEC: dayFirst(episode.until, '/'),
      REC: episode.reasonEnded ?? '',
      REASON_PLACE_CHANGE: episode.reasonChanged ?? '',
      HOME_POST: inCare.postcode,
      PL_POST: episode.placementPostcode,
    }),
  );
}
