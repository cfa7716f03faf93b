import { council } from '../area.js';
import type { NeedEpisode, SampleChild } from '../child.js';
import { returnYear } from '../draw/social-care.js';

/** The census's opening, header and all, for the year to 31 March that holds the as-at date. */
export function cinCensusOpening(asAt: string): string {
  const year = String(returnYear(asAt));
  const details = element('CollectionDetails', [
    element('Collection', 'CIN'),
    element('Year', year),
    element('ReferenceDate', `${year}-03-31`),
  ]);
  const source = element('Source', [
    element('SourceLevel', 'L'),
    element('LEA', council.code),
    element('SoftwareCode', 'hub sample'),
    element('SerialNo', '001'),
    element('DateTime', `${asAt}T06:00:00`),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n${element('Header', [details, source])}\n<Children>\n`;
}

export const cinCensusClosing = '</Children>\n</Message>\n';

/** The child's element, one to a line; nothing for a child the census has not. Order and names: CIN_schema_2026.xsd. */
export function cinCensusLines(child: SampleChild): readonly string[] {
  const { inCare, socialCare } = child;
  if (socialCare === null) return [];
  const identifiers = element('ChildIdentifiers', [
    element('LAchildID', socialCare.id),
    inCare.upn === null ? element('UPNunknown', socialCare.upnUnknown) : element('UPN', inCare.upn),
    optional('PersonBirthDate', inCare.dob),
    optional('ExpectedPersonBirthDate', child.expectedDob),
    element('Sex', child.sex),
  ]);
  const characteristics = element('ChildCharacteristics', [
    element('Ethnicity', child.ethnicity),
    element(
      'Disabilities',
      socialCare.disabilities.map((code) => element('Disability', code)),
    ),
  ]);
  return [`${element('Child', [identifiers, characteristics, ...socialCare.needs.map(needElement)])}\n`];
}

function needElement(need: NeedEpisode): string {
  const nothingDone = need.noFurtherAction === true;
  return element('CINdetails', [
    element('CINreferralDate', need.from),
    element('ReferralSource', need.source),
    optional('PrimaryNeedCode', nothingDone ? null : need.needCode),
    optional('CINclosureDate', need.until),
    optional('ReasonForClosure', need.closure),
    assessmentElement(need),
    ...(need.plans ?? []).map(({ from, until }) =>
      element('CINPlanDates', [element('CINPlanStartDate', from), optional('CINPlanEndDate', until)]),
    ),
    enquiryElement(need),
    element('ReferralNFA', nothingDone ? '1' : '0'),
    protectionElement(need),
  ]);
}

function assessmentElement({ assessment }: NeedEpisode): string {
  if (assessment === undefined) return '';
  const factors = assessment.factors.map((factor) => element('AssessmentFactors', factor));
  return element('Assessments', [
    element('AssessmentActualStartDate', assessment.from),
    optional('AssessmentAuthorisationDate', assessment.authorisedOn),
    factors.length === 0 ? '' : element('FactorsIdentifiedAtAssessment', factors),
  ]);
}

function enquiryElement({ enquiry }: NeedEpisode): string {
  if (enquiry === undefined) return '';
  return element('Section47', [
    element('S47ActualStartDate', enquiry.from),
    element('InitialCPCtarget', enquiry.conferenceTarget),
    optional('DateOfInitialCPC', enquiry.conferenceOn),
    element('ICPCnotRequired', '0'),
  ]);
}

function protectionElement({ protection }: NeedEpisode): string {
  if (protection === undefined) return '';
  const reviews = protection.reviews.map((on) => element('CPPreviewDate', on));
  return element('ChildProtectionPlans', [
    element('CPPstartDate', protection.from),
    optional('CPPendDate', protection.until),
    element('InitialCategoryOfAbuse', protection.category),
    element('LatestCategoryOfAbuse', protection.category),
    element('NumberOfPreviousCPP', String(protection.previous)),
    reviews.length === 0 ? '' : element('Reviews', reviews),
  ]);
}

/** Every text is a code, a date or an identifier: none holds a character that XML would have escaped. */
function element(name: string, content: string | readonly string[]): string {
  return `<${name}>${typeof content === 'string' ? content : content.join('')}</${name}>`;
}

function optional(name: string, text: string | null | undefined): string {
  return text ? element(name, text) : '';
}
