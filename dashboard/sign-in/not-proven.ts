import type { Frame } from '../layout/layout.js';
import { messagePage } from '../layout/message-page.js';
import { proveAddress } from '../layout/prove-address.js';

/** A form was sent by somebody who has not proved lately who they are: it is not sent again for them. */
export function notProven(form: string, frame: Frame): string {
  return messagePage(
    {
      title: 'Confirm that it is you',
      words: [
        'Nothing was saved: what this form does is hard to undo, and it is more than ten minutes since you confirmed that it is you.',
        'You come back to the form.',
      ],
      link: { address: proveAddress(form), words: 'Confirm that it is you' },
    },
    frame,
  );
}
