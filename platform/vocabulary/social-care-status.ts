import { registerEnumType } from 'type-graphql';

/** What social care's involvement with a child is, over a dated interval. */
export enum SocialCareStatus {
  LOOKED_AFTER = 'LOOKED_AFTER',
  CHILD_PROTECTION = 'CHILD_PROTECTION',
  CHILD_IN_NEED = 'CHILD_IN_NEED',
  ASSESSMENT = 'ASSESSMENT',
  EARLY_HELP = 'EARLY_HELP',
  PREVIOUSLY_LOOKED_AFTER = 'PREVIOUSLY_LOOKED_AFTER',
  KINSHIP = 'KINSHIP',
  CLOSED = 'CLOSED',
}

registerEnumType(SocialCareStatus, {
  name: 'SocialCareStatus',
  description:
    "CHILD_IN_NEED is an open Child in Need plan; an open referral or assessment without a plan is ASSESSMENT. The census's wider 'in need' includes protection plans and looked after.",
  valuesConfig: {
    LOOKED_AFTER: { description: 'Looked after by the local authority, short-break series apart.' },
    CHILD_PROTECTION: { description: 'On a child protection plan.' },
    CHILD_IN_NEED: { description: 'On a Child in Need plan.' },
    ASSESSMENT: { description: 'An open referral or assessment without a plan.' },
    EARLY_HELP: { description: 'Early help, below the threshold for a social worker.' },
    PREVIOUSLY_LOOKED_AFTER: {
      description: 'Left care through adoption or a special guardianship or child arrangements order.',
    },
    KINSHIP: { description: 'In the care of family or friends under an order or a declared arrangement.' },
    CLOSED: { description: 'Known before; nothing open now.' },
  },
});
