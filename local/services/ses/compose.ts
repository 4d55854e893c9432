import { AwsError } from '../service.ts';
import { rawMail } from './raw-mail.ts';
import type { SendEmailInput } from './send-input.ts';
import type { SentMail } from './sent-mail.ts';
import { renderTemplate, type MailTemplate } from './template.ts';

export type ComposedMail = Omit<SentMail, 'messageId' | 'sentAt' | 'status' | 'settledAt'>;

/** The mail that the request asks for. Throws `BadRequestException` or `NotFoundException` (unknown template). */
export function composeMail(input: SendEmailInput, templateOf: (name: string) => MailTemplate): ComposedMail {
  const { Simple, Raw, Template } = input.Content;
  const mail = { ...addressing(input), headers: {}, attachments: [] };
  if (Simple !== undefined)
    return {
      ...mail,
      subject: Simple.Subject.Data,
      text: Simple.Body.Text?.Data,
      html: Simple.Body.Html?.Data,
      headers: headersOf(Simple.Headers),
      attachments: attachmentsOf(Simple.Attachments),
    };
  if (Template !== undefined) {
    const name = Template.TemplateName ?? Template.TemplateArn?.split('/').at(-1) ?? '';
    const given = Template.TemplateContent;
    const template =
      given === undefined
        ? templateOf(name)
        : { name, subject: given.Subject, text: given.Text, html: given.Html };
    const { subject, text, html } = renderTemplate(template, Template.TemplateData);
    const headers = headersOf(Template.Headers);
    return {
      ...mail,
      subject,
      text,
      html,
      headers,
      attachments: attachmentsOf(Template.Attachments),
      template: name,
    };
  }
  if (Raw === undefined)
    throw new AwsError('BadRequestException', 'Content must be Simple, Raw or Template.');
  const parsed = rawMail(Raw.Data);
  const named = mail.to.length + mail.cc.length + mail.bcc.length > 0;
  return {
    ...mail,
    ...(!named && { to: parsed.to, cc: parsed.cc, bcc: parsed.bcc }),
    from: mail.from || parsed.from,
    subject: parsed.subject,
    text: parsed.text,
    headers: parsed.headers,
    raw: Raw.Data,
  };
}

function addressing(
  input: SendEmailInput,
): Pick<SentMail, 'from' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'tags' | 'configurationSet'> {
  return {
    from: input.FromEmailAddress ?? '',
    to: input.Destination.ToAddresses,
    cc: input.Destination.CcAddresses,
    bcc: input.Destination.BccAddresses,
    replyTo: input.ReplyToAddresses,
    tags: Object.fromEntries(input.EmailTags.map(({ Name, Value }) => [Name, Value])),
    configurationSet: input.ConfigurationSetName,
  };
}

function headersOf(headers: { Name: string; Value: string }[]): Record<string, string> {
  return Object.fromEntries(headers.map(({ Name, Value }) => [Name, Value]));
}

function attachmentsOf(
  attachments: { RawContent: string; FileName: string; ContentType: string }[],
): SentMail['attachments'] {
  return attachments.map(({ RawContent, FileName, ContentType }) => ({
    fileName: FileName,
    contentType: ContentType,
    content: RawContent,
  }));
}
