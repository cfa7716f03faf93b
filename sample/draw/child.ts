import type { School, Worker } from '../area.js';
import type { AcademicYear } from '../calendar.js';
import type { PersonRecord, SampleChild, Schooling } from '../child.js';
import type { Identifiers } from '../identifiers.js';
import { Random } from '../random.js';
import { drawInvolvement } from './involvement.js';
import { drawPeps, type Term } from './peps.js';
import { drawPostcode, misrecorded, preferredForename, type AreaPerson } from './person.js';
import { drawSchooling, type SchoolsByKind } from './schooling.js';
import type { Service } from './services.js';
import { drawSocialCare } from './social-care.js';
import { drawWaits } from './waits.js';
import { withSuspensions } from './with-suspensions.js';

/** What every child of one area is drawn against. */
export interface Area {
  readonly asAt: string;
  readonly year: AcademicYear;
  /** The year before it and it. */
  readonly years: readonly AcademicYear[];
  readonly terms: readonly Term[];
  readonly schools: SchoolsByKind;
  readonly workers: readonly Worker[];
  readonly identifiers: Identifiers;
  readonly nextRef: (service: Service) => string;
}

/** Everything the agencies hold of one person. `twinAt` is the school of a twin already drawn. */
export function drawChild(
  random: Random,
  key: string,
  person: AreaPerson,
  area: Area,
  twinAt: School | null,
): SampleChild {
  const { asAt, identifiers, schools, year } = area;
  const involvement = drawInvolvement(random, person.cohort);
  const drawn = drawSchooling(random, person, involvement, schools, year, twinAt);
  const about = { dob: person.dateOfBirth, cohort: person.cohort, senNeeds: drawn?.senNeeds ?? [] };
  const socialCare = involvement
    ? drawSocialCare(random, involvement, { ...about, id: identifiers.nextSocialCareId() }, area.workers, asAt)
    : null;
  const leftCareBy = leftCare[socialCare?.care.at(-1)?.reasonEnded ?? ''];
  const pupil = drawn && { ...drawn, cohort: person.cohort, involvement };
  const suspended = drawn && pupil && withSuspensions(new Random('suspensions', key), drawn, pupil, area);
  const schooling = suspended && leftCareBy ? { ...suspended, adoptedFromCare: leftCareBy } : suspended;
  const senProvision = schooling?.senProvision ?? 'N';
  const referred = { ...about, senProvision, known: involvement !== null, onlyHere: !schooling && !socialCare };
  const peps = involvement === 'LOOKED_AFTER' && person.cohort >= 3;
  return {
    key,
    sex: person.sex,
    ethnicity: person.ethnicity,
    preferredForename: preferredForename(random, person.given),
    formerSurname: person.formerFamily,
    formerUpn: schooling && random.chance(0.004) ? newUpn(area, person, schooling) : '',
    expectedDob: null,
    ...drawRecords(random, person, schooling, area),
    schooling,
    socialCare,
    waits: drawWaits(random, referred, asAt, area.nextRef),
    peps: peps ? drawPeps(random, socialCare?.care ?? [], area.terms, asAt) : [],
  };
}

/** What the census says of a child whom the looked-after return says left care by an order. */
const leftCare: Readonly<Partial<Record<string, 'G' | 'C'>>> = { E41: 'C', E45: 'G', E46: 'G' };

/** Three agencies, three records: the register is right but for a missing UPN; the others drift. */
function drawRecords(
  random: Random,
  person: AreaPerson,
  schooling: Schooling | null,
  area: Area,
): Pick<SampleChild, 'atSchool' | 'inCare' | 'inHealth'> {
  const truth: PersonRecord = {
    forename: person.given,
    surname: person.family,
    dob: person.dateOfBirth,
    postcode: person.postcode,
    upn: schooling === null ? null : newUpn(area, person, schooling),
    nhsNumber: area.identifiers.nextNhsNumber(),
  };
  const without = (share: number, value: string | null): string | null => (random.chance(share) ? null : value);
  return {
    atSchool: { ...truth, upn: without(0.012, truth.upn) },
    inCare: {
      ...misrecorded(random, truth, drawPostcode(random)),
      upn: without(0.08, truth.upn),
      nhsNumber: without(0.18, truth.nhsNumber),
    },
    inHealth: {
      ...misrecorded(random, truth, drawPostcode(random)),
      nhsNumber: without(0.03, truth.nhsNumber),
    },
  };
}

/** From the first school in the area's maintained sector, in the year the child started it. */
function newUpn(area: Area, person: AreaPerson, schooling: Schooling): string {
  const kind = schooling.enrolments[0]?.school.kind;
  const secondary = kind === 'secondary' || kind === 'referral-unit';
  const schools = secondary ? area.schools.primary : schooling.enrolments.map((enrolment) => enrolment.school);
  const first = schools[Number(person.dateOfBirth.slice(8)) % schools.length];
  const started = area.year.year - Math.max(0, person.cohort - 4);
  return area.identifiers.nextUpn(first?.establishment ?? '2001', started);
}
