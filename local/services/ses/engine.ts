import * as z from 'zod';
import { AwsError, type EngineContext, type Json, type ResolvedResource } from '../service.ts';
import { composeMail } from './compose.ts';
import type { SendEmailInput } from './send-input.ts';
import type { SentMail } from './sent-mail.ts';
import type { MailTemplate } from './template.ts';

/** What SES may do to a sender. Probabilities in 0..1; kept by reference. */
export interface SesFaults {
  /** Refused with `TooManyRequestsException`, nothing sent. */
  throttle: number;
  /** Sent, but the caller's connection gets no answer for `holdMs`, and then an error. */
  timeoutAfterAccept: number;
  holdMs: number;
}

export function noSesFaults(): SesFaults {
  return { throttle: 0, timeoutAfterAccept: 0, holdMs: 60_000 };
}

/** Time from acceptance to the delivery or bounce event. */
const SETTLES_AFTER_MS = 200;

const templateProperties = z.object({
  Template: z.object({
    TemplateName: z.string().optional(),
    SubjectPart: z.string().default(''),
    TextPart: z.string().optional(),
    HtmlPart: z.string().optional(),
  }),
});
const destinationProperties = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.object({ EventBusArn: z.string() }).optional(),
  }),
});

/** Identities, templates, configuration sets and the outbox. */
export class SesEngine {
  readonly faults: SesFaults;
  readonly #context: EngineContext;

  constructor(context: EngineContext, faults: SesFaults = noSesFaults()) {
    this.#context = context;
    this.faults = faults;
  }

  provision({ type, properties, ref, logicalId }: ResolvedResource): void {
    const { store } = this.#context;
    if (type === 'AWS::SES::EmailIdentity') this.verify(ref);
    if (type === 'AWS::SES::ConfigurationSet') store.put('ses.configuration-set', ref, { name: ref });
    if (type === 'AWS::SES::Template') {
      const { TemplateName, SubjectPart, TextPart, HtmlPart } = templateProperties.parse(properties).Template;
      this.putTemplate({ name: TemplateName ?? ref, subject: SubjectPart, text: TextPart, html: HtmlPart });
    }
    if (type === 'AWS::SES::ConfigurationSetEventDestination') {
      const { ConfigurationSetName, EventDestination } = destinationProperties.parse(properties);
      const types =
        EventDestination.Enabled && EventDestination.EventBridgeDestination
          ? EventDestination.MatchingEventTypes
          : [];
      store.put('ses.event-destination', `${ConfigurationSetName}/${logicalId}`, types);
    }
  }

  /** Every identity that is declared counts as verified. */
  verify(identity: string): void {
    this.#context.store.put('ses.identity', identity.toLowerCase(), { identity });
  }

  identity(name: string): boolean {
    return this.#context.store.get('ses.identity', name.toLowerCase()) !== undefined;
  }

  putTemplate(template: MailTemplate): void {
    this.#context.store.put('ses.template', template.name, template);
  }

  /** Throws `NotFoundException`. */
  template(name: string): MailTemplate {
    const template = this.#context.store.get<MailTemplate>('ses.template', name);
    if (template === undefined)
      throw new AwsError('NotFoundException', `Template ${name} does not exist.`, 404);
    return template;
  }

  /** Accepts a mail; it is in the outbox when this returns. `answerLost` tells the shell to hold its answer back. */
  send(input: SendEmailInput): { messageId: string; answerLost: boolean } {
    const { random, clock, store } = this.#context;
    if (this.faults.throttle > 0 && random.next() < this.faults.throttle)
      throw new AwsError('TooManyRequestsException', 'Maximum sending rate exceeded.', 429);
    const mail = composeMail(input, (name) => this.template(name));
    this.#check(mail);
    const messageId = `${clock.now().toString(16).padStart(16, '0')}-${random.uuid()}-000000`;
    const sent: SentMail = {
      ...mail,
      messageId,
      sentAt: new Date(clock.now()).toISOString(),
      status: 'SENT',
    };
    store.put('ses.mail', messageId, sent);
    this.#tell(sent, 'SEND', {});
    this.#settleLater(sent);
    const { timeoutAfterAccept } = this.faults;
    return { messageId, answerLost: timeoutAfterAccept > 0 && random.next() < timeoutAfterAccept };
  }

  /** Oldest first; `tag` gives those that carry it. */
  outbox(tag?: { name: string; value: string }): SentMail[] {
    const mails = this.#context.store.list<SentMail>('ses.mail').map(([, mail]) => mail);
    return tag === undefined ? mails : mails.filter(({ tags }) => tags[tag.name] === tag.value);
  }

  /** Throws `NotFoundException`. */
  mail(messageId: string): SentMail {
    const mail = this.#context.store.get<SentMail>('ses.mail', messageId);
    if (mail === undefined) throw new AwsError('NotFoundException', 'The message does not exist.', 404);
    return mail;
  }

  start(): void {
    for (const mail of this.outbox()) if (mail.status === 'SENT') this.#settleLater(mail);
  }

  #check(mail: {
    from: string;
    to: string[];
    cc: string[];
    bcc: string[];
    configurationSet?: string | undefined;
  }): void {
    const from = addressIn(mail.from);
    const domain = from.split('@')[1] ?? '';
    if (!this.identity(from) && !domainsOf(domain).some((part) => this.identity(part)))
      throw new AwsError(
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${this.#context.region.toUpperCase()}: ${from}`,
      );
    const all = [...mail.to, ...mail.cc, ...mail.bcc];
    if (all.length === 0) throw new AwsError('BadRequestException', 'Missing destination.');
    if (all.length > 50) throw new AwsError('BadRequestException', 'Recipient count exceeds 50.');
    const broken = all.find((address) => !/^[^\s@]+@[^\s@]+$/.test(addressIn(address)));
    if (broken !== undefined) throw new AwsError('BadRequestException', 'Illegal address');
    const set = mail.configurationSet;
    if (set !== undefined && this.#context.store.get('ses.configuration-set', set) === undefined)
      throw new AwsError('NotFoundException', `Configuration set <${set}> does not exist.`, 404);
  }

  #settleLater({ messageId }: SentMail): void {
    const { scheduler, clock, store } = this.#context;
    scheduler.at(clock.now() + SETTLES_AFTER_MS, () => {
      const mail = this.mail(messageId);
      const recipients = [...mail.to, ...mail.cc, ...mail.bcc].map(addressIn);
      const bounced = recipients.filter((address) => address.endsWith('@bounce.example'));
      const settledAt = new Date(clock.now()).toISOString();
      store.put('ses.mail', messageId, {
        ...mail,
        status: bounced.length > 0 ? 'BOUNCED' : 'DELIVERED',
        settledAt,
      });
      const delivered = recipients.filter((address) => !bounced.includes(address));
      if (delivered.length > 0) this.#tell(mail, 'DELIVERY', { timestamp: settledAt, recipients: delivered });
      if (bounced.length > 0)
        this.#tell(mail, 'BOUNCE', {
          timestamp: settledAt,
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: bounced.map((emailAddress) => ({
            emailAddress,
            action: 'failed',
            status: '5.1.1',
          })),
        });
    });
  }

  /** https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html: only when the mail's configuration set asks for it. */
  #tell(mail: SentMail, type: keyof typeof EVENTS, facts: { [field: string]: Json }): void {
    const { configurationSet, messageId } = mail;
    if (configurationSet === undefined) return;
    const asked = this.#context.store.list<string[]>('ses.event-destination', {
      prefix: `${configurationSet}/`,
    });
    if (!asked.some(([, types]) => types.some((wanted) => wanted.toUpperCase() === type))) return;
    const { detailType, field, eventType } = EVENTS[type];
    const tags = Object.entries({ ...mail.tags, 'ses:configuration-set': configurationSet });
    const detail = {
      eventType,
      mail: {
        timestamp: mail.sentAt,
        messageId,
        source: mail.from,
        destination: [...mail.to, ...mail.cc, ...mail.bcc],
        tags: Object.fromEntries(tags.map(([name, value]) => [name, [value]])),
      },
      [field]: facts,
    };
    const { region, account } = this.#context;
    const resources = [`arn:aws:ses:${region}:${account}:configuration-set/${configurationSet}`];
    void this.#context.neighbours
      .putEvents([{ source: 'aws.ses', detailType, detail, busName: 'default', resources }])
      .catch(() =>
        this.#context.log('mail event was not taken by the default bus', { messageId, detailType }),
      );
  }
}

const EVENTS = {
  SEND: { detailType: 'Email Sent', field: 'send', eventType: 'Send' },
  DELIVERY: { detailType: 'Email Delivered', field: 'delivery', eventType: 'Delivery' },
  BOUNCE: { detailType: 'Email Bounced', field: 'bounce', eventType: 'Bounce' },
} as const;

function addressIn(address: string): string {
  return (/<([^>]+)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}

/** The domain and those above it: a verified domain covers its subdomains. */
function domainsOf(domain: string): string[] {
  const labels = domain.split('.');
  return labels.map((_label, index) => labels.slice(index).join('.'));
}
