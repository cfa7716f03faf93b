import type { Column } from '../../../../../platform/ingest/record.js';

/** The header table of the SSDA903 return: one row a child looked after. Defined by the Department for Education. */
export const headerColumns = [
  { name: 'CHILD', required: true, meaning: "The council's own id of the child", example: 'SC100042' },
  { name: 'SEX', required: false, meaning: 'M, F or U; before 2025 1 male, 2 female', example: 'M' },
  { name: 'DOB', required: true, meaning: 'Date of birth, dd/mm/yyyy', example: '11/02/2015' },
  { name: 'ETHNIC', required: false, meaning: 'Ethnic origin code; not read', example: 'WBRI' },
  {
    name: 'UPN',
    required: false,
    meaning: 'Unique pupil number, or UN1 to UN5 for why there is none',
    example: 'B801200005001',
  },
  { name: 'MOTHER', required: false, meaning: 'Whether the child is a mother: 0 or 1; not read', example: '' },
  {
    name: 'MC_DOB',
    required: false,
    meaning: "Date of birth of the child's own child, dd/mm/yyyy; not read",
    example: '',
  },
] as const satisfies readonly Column[];

/** The episodes table of the SSDA903 return: one row an episode of care. */
export const episodeColumns = [
  { name: 'CHILD', required: true, meaning: "The council's own id of the child", example: 'SC100042' },
  { name: 'DECOM', required: true, meaning: 'Day the episode began, dd/mm/yyyy', example: '03/03/2025' },
  { name: 'RNE', required: false, meaning: 'Reason for the new episode: S L P T B U; not read', example: 'S' },
  { name: 'LS', required: true, meaning: 'Legal status code; V3 and V4 are short breaks', example: 'C2' },
  { name: 'CIN', required: false, meaning: 'Category of need code N1 to N8; not read', example: 'N1' },
  { name: 'PLACE', required: false, meaning: 'Placement type code; not read', example: 'U6' },
  { name: 'PLACE_PROVIDER', required: false, meaning: 'Placement provider code; not read', example: 'PR1' },
  { name: 'DEC', required: false, meaning: 'Day the episode ceased, dd/mm/yyyy; blank while open', example: '' },
  {
    name: 'REC',
    required: false,
    meaning: 'Reason the episode ceased, E2 for a death; or blank',
    example: '',
  },
  { name: 'REASON_PLACE_CHANGE', required: false, meaning: 'Why the placement changed; not read', example: '' },
  { name: 'HOME_POST', required: false, meaning: 'Postcode of the home the child came from; not read', example: '' },
  { name: 'PL_POST', required: false, meaning: 'Postcode of the placement; not read', example: '' },
  { name: 'URN', required: false, meaning: 'Ofsted number of the placement; not read', example: '' },
] as const satisfies readonly Column[];

/** Every column of both files. */
export const columns: readonly Column[] = [...headerColumns, ...episodeColumns];
