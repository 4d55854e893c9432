import * as z from 'zod';
import { ContactIdSchema } from '../ids.ts';
import { defineView } from './view.ts';

/** Personal data: stays in this item under the table's key, never in events, logs or queues. */
export const ContactChannels = z.object({
  contactId: ContactIdSchema,
  kind: z.enum(['borrower', 'agent']),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phone: z.string().optional(),
});
export type ContactChannels = z.infer<typeof ContactChannels>;

/** How to reach a person. Key `CONTACT#<id> / CHANNELS`; written by loans when it opens a loan. */
export const contactChannelsView = defineView<ContactChannels>({
  name: 'contact-channels',
  schemaVersion: 1,
  writer: 'loans',
  schema: ContactChannels,
  example: {
    contactId: 'cont_01JD0000000000000000000002',
    kind: 'borrower',
    firstName: 'Avery',
    lastName: 'Sample',
    email: 'avery.sample@example.com',
  },
});
