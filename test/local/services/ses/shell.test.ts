import * as SES from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../local/runtime/memory-store.ts';
import { noSesFaults, type SesFaults } from '../../../../local/services/ses/engine.ts';
import { createSesService, type SesService } from '../../../../local/services/ses/shell.ts';
import type { Json } from '../../../../local/services/service.ts';
import { engineContext, type TestContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

function sesFor(context: TestContext, faults?: SesFaults): SesService {
  const ses = createSesService(context, faults && { faults });
  const declare = (type: string, ref: string, properties: Record<string, Json> = {}): void =>
    ses.provision({ stack: 'test', logicalId: ref, type, properties, ref, attributes: {} });
  declare('AWS::SES::EmailIdentity', 'lender.example');
  declare('AWS::SES::ConfigurationSet', 'loans');
  declare('AWS::SES::ConfigurationSetEventDestination', 'loans-events', {
    ConfigurationSetName: 'loans',
    EventDestination: {
      MatchingEventTypes: ['SEND', 'DELIVERY', 'BOUNCE'],
      EventBridgeDestination: { EventBusArn: 'arn:aws:events:us-east-1:000000000000:event-bus/default' },
    },
  });
  declare('AWS::SES::Template', 'received', {
    Template: {
      TemplateName: 'received',
      SubjectPart: 'We received your {{what}}',
      HtmlPart: '<p>{{who.name}}</p>',
    },
  });
  ses.start?.();
  return ses;
}

const mail: SES.SendEmailCommandInput = {
  FromEmailAddress: 'Example Lender <loans@mail.lender.example>',
  Destination: { ToAddresses: ['avery@borrower.example'] },
  Content: {
    Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Text' }, Html: { Data: '<p>Html</p>' } } },
  },
  EmailTags: [{ Name: 'effect', Value: 'e1' }],
  ConfigurationSetName: 'loans',
};

describe('the SES v2 client of the SDK', () => {
  const context = engineContext();
  const faults = noSesFaults();
  const service = sesFor(context, faults);
  let served: ServedService;
  let client: SES.SESv2Client;

  beforeAll(async () => {
    served = await serveService(service);
    client = new SES.SESv2Client(served.client);
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  it('sends a simple mail into the outbox, found by its tag, and the bus hears of it', async () => {
    const { MessageId } = await client.send(new SES.SendEmailCommand(mail));
    await context.clock.advance(1_000);
    expect(service.outbox({ name: 'effect', value: 'e1' })).toMatchObject([
      { messageId: MessageId, subject: 'Hello', text: 'Text', html: '<p>Html</p>', status: 'DELIVERED' },
    ]);
    expect(service.outbox({ name: 'effect', value: 'other' })).toEqual([]);
    expect(context.neighbours.published).toMatchObject([
      {
        source: 'aws.ses',
        detailType: 'Email Sent',
        busName: 'default',
        detail: { mail: { tags: { effect: ['e1'] } } },
      },
      { detailType: 'Email Delivered', detail: { delivery: { recipients: ['avery@borrower.example'] } } },
    ]);
    const { Insights } = await client.send(new SES.GetMessageInsightsCommand({ MessageId }));
    expect(Insights?.[0]?.Events?.map(({ Type }) => Type)).toEqual(['SEND', 'DELIVERY']);
  });

  it('sends by template, with values escaped in HTML', async () => {
    const TemplateData = JSON.stringify({ what: 'pay stub', who: { name: '<Avery>' } });
    const Content = { Template: { TemplateName: 'received', TemplateData } };
    const { MessageId } = await client.send(new SES.SendEmailCommand({ ...mail, Content }));
    expect(service.engine.mail(MessageId!)).toMatchObject({
      subject: 'We received your pay stub',
      html: '<p>&lt;Avery&gt;</p>',
      template: 'received',
    });
    await expect(
      client.send(new SES.SendEmailCommand({ ...mail, Content: { Template: { TemplateName: 'none' } } })),
    ).rejects.toBeInstanceOf(SES.NotFoundException);
    await expect(
      client.send(
        new SES.SendEmailCommand({
          ...mail,
          Content: { Template: { TemplateName: 'received', TemplateData: '{}' } },
        }),
      ),
    ).rejects.toBeInstanceOf(SES.BadRequestException);
  });

  it('sends a raw message', async () => {
    const lines = [
      'From: loans@lender.example',
      'To: avery@borrower.example',
      'Subject: =?utf-8?B?w6l0w6k=?=',
      '',
      'Body',
    ];
    const Data = Buffer.from(lines.join('\r\n'));
    const { MessageId } = await client.send(new SES.SendEmailCommand({ Content: { Raw: { Data } } }));
    expect(service.engine.mail(MessageId!)).toMatchObject({
      subject: 'été',
      to: ['avery@borrower.example'],
      text: 'Body',
    });
  });

  it('bounces what goes to bounce.example', async () => {
    const Destination = { ToAddresses: ['nobody@bounce.example'] };
    const { MessageId } = await client.send(new SES.SendEmailCommand({ ...mail, Destination }));
    await context.clock.advance(1_000);
    expect(service.engine.mail(MessageId!).status).toBe('BOUNCED');
    expect(context.neighbours.published.at(-1)).toMatchObject({ detailType: 'Email Bounced' });
  });

  it('refuses senders that are not verified, unknown configuration sets and mails to nobody', async () => {
    const FromEmailAddress = 'x@notlender.example';
    await expect(client.send(new SES.SendEmailCommand({ ...mail, FromEmailAddress }))).rejects.toBeInstanceOf(
      SES.MessageRejected,
    );
    await expect(
      client.send(new SES.SendEmailCommand({ ...mail, ConfigurationSetName: 'none' })),
    ).rejects.toBeInstanceOf(SES.NotFoundException);
    await expect(client.send(new SES.SendEmailCommand({ ...mail, Destination: {} }))).rejects.toBeInstanceOf(
      SES.BadRequestException,
    );
  });

  it('can throttle, and then sends nothing', async () => {
    const before = service.outbox().length;
    faults.throttle = 1;
    await expect(client.send(new SES.SendEmailCommand(mail))).rejects.toBeInstanceOf(
      SES.TooManyRequestsException,
    );
    faults.throttle = 0;
    expect(service.outbox()).toHaveLength(before);
  });

  it('can lose its answer after the mail was sent', async () => {
    faults.timeoutAfterAccept = 1;
    const before = service.outbox().length;
    const abort = new AbortController();
    const lost = client.send(new SES.SendEmailCommand(mail), { abortSignal: abort.signal });
    await expect.poll(() => service.outbox().length).toBe(before + 1);
    abort.abort();
    await expect(lost).rejects.toMatchObject({ name: 'AbortError' });
    faults.timeoutAfterAccept = 0;
  });

  it('keeps the outbox, and settles after a restart what was sent before it', async () => {
    const store = memoryStore();
    const before = engineContext({ store });
    const first = sesFor(before);
    first.engine.send({ ...sendInput(), ConfigurationSetName: undefined });
    const after = engineContext({ store, seed: 2 });
    const second = sesFor(after);
    await after.clock.advance(1_000);
    expect(second.outbox()).toMatchObject([{ status: 'DELIVERED' }]);
  });
});

function sendInput(): Parameters<SesService['engine']['send']>[0] {
  return {
    FromEmailAddress: 'loans@lender.example',
    Destination: { ToAddresses: ['avery@borrower.example'], CcAddresses: [], BccAddresses: [] },
    ReplyToAddresses: [],
    Content: {
      Simple: { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'x' } }, Headers: [], Attachments: [] },
    },
    EmailTags: [],
  };
}
