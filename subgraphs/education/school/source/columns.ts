import { councilCode } from '../../../../platform/vocabulary/council-code.js';
import type { Column } from '../../../../platform/ingest/record.js';

/**
 * The columns we read of the establishment register's download (GIAS, edubasealldata*.csv, windows-1252).
 * The register has some 140; the rest are ignored. Source: Get Information about Schools.
 */
export const columns = [
  { name: 'URN', required: true, meaning: 'Unique reference number of the school, 6 digits', example: '900001' },
  { name: 'LA (code)', required: true, meaning: 'Local authority code, 3 digits', example: councilCode },
  { name: 'LA (name)', required: true, meaning: 'Local authority name', example: 'Aldermere' },
  {
    name: 'EstablishmentNumber',
    required: false,
    meaning: 'Number of the school within its local authority, 4 digits',
    example: '2001',
  },
  {
    name: 'EstablishmentName',
    required: true,
    meaning: 'Name of the school',
    example: 'Alder Bank Primary School',
    longest: 200,
  },
  {
    name: 'TypeOfEstablishment (name)',
    required: true,
    meaning: 'Type of school in words of the register',
    example: 'Community school',
    longest: 200,
  },
  {
    name: 'EstablishmentStatus (name)',
    required: true,
    meaning: 'One of: Open; Closed; Open, but proposed to close; Proposed to open',
    example: 'Open',
  },
  { name: 'OpenDate', required: false, meaning: 'Day the school opened, dd-mm-yyyy', example: '01-09-1998' },
  { name: 'CloseDate', required: false, meaning: 'Day the school closed, dd-mm-yyyy', example: '' },
  {
    name: 'PhaseOfEducation (name)',
    required: false,
    meaning: 'Phase in words of the register',
    example: 'Primary',
  },
  { name: 'StatutoryLowAge', required: false, meaning: 'Lowest age taught, whole years', example: '4' },
  { name: 'StatutoryHighAge', required: false, meaning: 'Highest age taught, whole years', example: '11' },
  { name: 'Postcode', required: false, meaning: 'Postcode of the school', example: 'ZZ99 1AA' },
] as const satisfies readonly Column[];
