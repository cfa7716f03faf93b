import type { Frame } from '../layout/layout.js';
import type { LateChild, Rest } from './ask-child.js';
import { begunPage, piecesOf } from './child.page.js';
import type { ChildView } from './child.view.js';

/**
 * A late child’s page: what the head tells first, and each further piece when its answer came. What comes first is drawn before
 * anything is sent, so that a fault of ours in it is a page of its own.
 */
export function childStream(
  late: LateChild,
  frame: Frame,
  failed: (error: unknown) => void,
): AsyncGenerator<string, void> {
  return arriving(begunPage(late.view({}), frame), late, { view: late.view, frame, failed });
}

async function* arriving(
  [before, after]: readonly [string, string],
  { school, care }: LateChild,
  drawing: Drawing,
): AsyncGenerator<string, void> {
  yield before;
  const pending = new Map<keyof Rest, Promise<Rest>>([
    ['school', school.then((answer) => ({ school: answer }))],
    ['care', care.then((answer) => ({ care: answer }))],
  ]);
  let all: Rest = {};
  while (pending.size > 0) {
    const came = await Promise.race(pending.values());
    all = { ...all, ...came };
    for (const answered of ['school', 'care'] as const)
      if (answered in came) {
        pending.delete(answered);
        yield drawn(answered, all, drawing);
      }
  }
  yield after;
}

interface Drawing {
  readonly view: (rest: Rest) => ChildView;
  readonly frame: Frame;
  readonly failed: (error: unknown) => void;
}

/** The page has begun, so that a fault of ours is no page of its own any more: its pieces say that they could not be asked. */
function drawn(answered: keyof Rest, all: Rest, { view, frame, failed }: Drawing): string {
  try {
    return piecesOf(answered, all, view(all), frame);
  } catch (error) {
    failed(error);
    return piecesOf(answered, all, view({}), frame);
  }
}
