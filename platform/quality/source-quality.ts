/** Said by a domain when a file of one of its sources has arrived, whether or not anything of it was taken: of no child. */
export const sourceReceived = 'source-received';

/** How many of a source's lines that were not taken are told: the first of its files. All are in what `--rejects` writes. */
export const mostLines = 500;

/** The operation of the feed by which a domain tells of its sources. */
export const qualityFeedOperation = 'quality-feed';
