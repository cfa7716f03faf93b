import { layout, type Frame, type Way } from './layout.js';

/** What a page says that has no more to say than a sentence or two. */
export interface Message {
  readonly title: string;
  readonly words: readonly string[];
  readonly link?: Way;
}

export const messages = {
  /** One text for a child that does not exist, for one the reader may not see, and for an address of nothing. */
  notFound: {
    title: 'Page not found',
    words: ['There is no page here that you may see. If you typed the address, check it.'],
  },
  refused: { title: 'You cannot see this page', words: ['Your role does not include it.'] },
  mistaken: {
    title: 'This address asks for what the list does not have',
    words: ['It may be of another list, or too old. Open the list from the menu.'],
  },
  expired: {
    title: 'You were signed out',
    words: ['Nothing was saved. Sign in again, and send it once more.'],
  },
  forged: {
    title: 'This form was not taken',
    words: ['It was not sent from a page of this session, so nothing was saved. Open the page again and repeat it.'],
  },
  tooLarge: { title: 'This form is too long', words: ['Nothing was saved. Use fewer words.'] },
  noProvider: {
    title: 'You cannot sign in just now',
    words: ['Your organisation’s sign-in does not answer, or did not accept this sign-in. Try again in a few minutes.'],
    link: { address: '/', words: 'Try again' },
  },
  noGateway: {
    title: 'The hub does not answer just now',
    words: ['This does not mean that nothing is held. Try again in a few minutes.'],
  },
  defect: { title: 'Something went wrong', words: ['It is our mistake. Nothing more is known of it here. Try again.'] },
} as const satisfies Readonly<Record<string, Message>>;

/** The session is over: where to sign in again, to come back to where the reader was. */
export const expiredPage = (wanted = '/'): string =>
  messagePage(
    { ...messages.expired, link: { address: `/sign-in?to=${encodeURIComponent(wanted)}`, words: 'Sign in' } },
    null,
  );

export function messagePage({ title, words, link }: Message, frame: Frame | null): string {
  return layout({
    title,
    frame,
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {words.map((each) => (
          <p class="govuk-body">{each}</p>
        ))}
        {link ? (
          <p class="govuk-body">
            <a class="govuk-link" href={link.address}>
              {link.words}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}
