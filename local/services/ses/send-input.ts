import * as z from 'zod';

const content = z.object({ Data: z.string(), Charset: z.string().optional() });
const header = z.object({ Name: z.string(), Value: z.string() });
const attachment = z.object({
  RawContent: z.string(),
  FileName: z.string(),
  ContentType: z.string().default('application/octet-stream'),
});
const addresses = z.array(z.string()).default([]);

/** `SendEmail` of SES v2, as the wire carries it. */
export const sendEmailInput = z.object({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .prefault({}),
  ReplyToAddresses: addresses,
  Content: z.object({
    Simple: z
      .object({
        Subject: content,
        Body: z.object({ Text: content.optional(), Html: content.optional() }),
        Headers: z.array(header).default([]),
        Attachments: z.array(attachment).default([]),
      })
      .optional(),
    Raw: z.object({ Data: z.string() }).optional(),
    Template: z
      .object({
        TemplateName: z.string().optional(),
        TemplateArn: z.string().optional(),
        TemplateContent: z
          .object({
            Subject: z.string().default(''),
            Text: z.string().optional(),
            Html: z.string().optional(),
          })
          .optional(),
        TemplateData: z.string().optional(),
        Headers: z.array(header).default([]),
        Attachments: z.array(attachment).default([]),
      })
      .optional(),
  }),
  EmailTags: z.array(z.object({ Name: z.string().min(1).max(256), Value: z.string().max(256) })).default([]),
  ConfigurationSetName: z.string().optional(),
});

export type SendEmailInput = z.output<typeof sendEmailInput>;
