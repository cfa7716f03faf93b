import { type Answer, unanswered } from '../gateway/answer.js';
import type { SuspensionsPageQuery } from '../gateway/operations.generated.js';
import type { Frame } from '../layout/layout.js';
import { begunSuspensions, figuresMarkup, type SuspensionsPage } from './suspensions.page.js';
import { figuresView } from './suspensions.view.js';

/**
 * The page whose children are known and whose figures are still being counted: to the byte what it is in one piece. What comes
 * first is drawn before anything is sent, so that a fault of ours in it is a page of its own.
 */
export function suspensionsStream(
  page: SuspensionsPage,
  figures: Promise<Answer<SuspensionsPageQuery>>,
  frame: Frame,
  failed: (error: unknown) => void,
): AsyncGenerator<string, void> {
  return arriving(begunSuspensions(page, frame), figures, { page, frame, failed });
}

async function* arriving(
  [before, after]: readonly [string, string],
  figures: Promise<Answer<SuspensionsPageQuery>>,
  drawing: Drawing,
): AsyncGenerator<string, void> {
  yield before;
  yield drawn(await figures, drawing);
  yield after;
}

interface Drawing {
  readonly page: SuspensionsPage;
  readonly frame: Frame;
  readonly failed: (error: unknown) => void;
}

/** The page has begun, so that a fault of ours is no page of its own any more: it says that the figures could not be asked. */
function drawn(answer: Answer<SuspensionsPageQuery>, { page, frame, failed }: Drawing): string {
  const urn = page.school?.urn ?? null;
  try {
    return figuresMarkup(figuresView(answer, urn), page, frame);
  } catch (error) {
    failed(error);
    return figuresMarkup(figuresView(unanswered, urn), page, frame);
  }
}
