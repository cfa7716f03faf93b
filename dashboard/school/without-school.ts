import { isRefused } from '../desk.js';
import { type Answer, leavesOpen } from '../gateway/answer.js';
import { faultAt } from '../gateway/shown.js';
import type { Frame, Way } from '../layout/layout.js';
import { messagePage, messages } from '../layout/message-page.js';

/** From a form of a school’s back to its page. */
export const backToSchool = (urn: string): Way => ({ address: `/schools/${urn}`, words: 'Back to the school’s page' });

/** What was not saved of a school’s page, why, and the way back to it. */
export const notSaved = (urn: string, because: string, frame: Frame): string =>
  messagePage({ title: 'It was not saved', words: [because], link: backToSchool(urn) }, frame);

/** Why there is no page of a school, nor a file; null where there is one. */
export function withoutSchool(answer: Answer<{ readonly school: unknown }>, frame: Frame) {
  if (isRefused(answer)) return { status: 403 as const, page: messagePage(messages.refused, frame) };
  if (answer.data?.school != null) return null;
  return leavesOpen(faultAt(answer.faults, ['school']))
    ? { status: 503 as const, page: messagePage(messages.noGateway, frame) }
    : { status: 404 as const, page: messagePage(messages.notFound, frame) };
}
