import * as z from 'zod';
import { action, toAwsError } from '../aws-json.ts';
import type { EngineContext, HttpRequest, HttpResponse, Json, LocalService } from '../service.ts';
import { AwsError } from '../service.ts';
import { SesEngine, type SesFaults } from './engine.ts';
import { sendEmailInput } from './send-input.ts';
import type { SentMail } from './sent-mail.ts';
import { renderTemplate } from './template.ts';

export interface SesService extends LocalService {
  readonly engine: SesEngine;
  /** For `/_local/outbox`: oldest first, all or those with a tag. */
  outbox(tag?: { name: string; value: string }): SentMail[];
}

interface Route {
  method: string;
  path: RegExp;
  run(input: unknown, name: string): unknown;
}

/** SES v2 (REST-JSON), credential scope `ses`. */
export function createSesService(context: EngineContext, options: { faults?: SesFaults } = {}): SesService {
  const engine = new SesEngine(context, options.faults);
  const routes = [...mailRoutes(engine, context), ...templateRoutes(engine)];
  return {
    name: 'ses',
    types: [
      'AWS::SES::EmailIdentity',
      'AWS::SES::Template',
      'AWS::SES::ConfigurationSet',
      'AWS::SES::ConfigurationSetEventDestination',
    ],
    engine,
    outbox: (tag) => engine.outbox(tag),
    provision: (resource) => engine.provision(resource),
    handle: async (request) => await handleRestJson(routes, request),
    start: () => engine.start(),
  };
}

function mailRoutes(engine: SesEngine, context: EngineContext): Route[] {
  const send = action(
    sendEmailInput,
    async (input) => {
      const { messageId, answerLost } = engine.send(input);
      if (!answerLost) return { MessageId: messageId };
      const { promise, resolve } = Promise.withResolvers<void>();
      context.scheduler.at(context.clock.now() + engine.faults.holdMs, resolve);
      await promise;
      throw new AwsError('InternalServiceErrorException', 'The connection was lost.', 500);
    },
    'BadRequestException',
  );
  return [
    { method: 'POST', path: /^\/v2\/email\/outbound-emails$/, run: send },
    {
      method: 'GET',
      path: /^\/v2\/email\/insights\/([^/]+)\/?$/,
      run: (_input, id) => insights(engine.mail(id)),
    },
    {
      method: 'POST',
      path: /^\/v2\/email\/identities$/,
      run: action(z.object({ EmailIdentity: z.string() }), ({ EmailIdentity }) => {
        engine.verify(EmailIdentity);
        return {
          IdentityType: EmailIdentity.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN',
          VerifiedForSendingStatus: true,
        };
      }),
    },
    {
      method: 'GET',
      path: /^\/v2\/email\/identities\/([^/]+)$/,
      run: (_input, name) => {
        if (!engine.identity(name))
          throw new AwsError('NotFoundException', `Email identity ${name} does not exist.`, 404);
        const IdentityType = name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN';
        return { IdentityType, VerifiedForSendingStatus: true, VerificationStatus: 'SUCCESS' };
      },
    },
  ];
}

function templateRoutes(engine: SesEngine): Route[] {
  const content = z.object({
    Subject: z.string().default(''),
    Text: z.string().optional(),
    Html: z.string().optional(),
  });
  return [
    {
      method: 'POST',
      path: /^\/v2\/email\/templates$/,
      run: action(z.object({ TemplateName: z.string(), TemplateContent: content }), (input) => {
        const { Subject, Text, Html } = input.TemplateContent;
        engine.putTemplate({ name: input.TemplateName, subject: Subject, text: Text, html: Html });
      }),
    },
    {
      method: 'GET',
      path: /^\/v2\/email\/templates\/([^/]+)$/,
      run: (_input, name) => {
        const { subject, text, html } = engine.template(name);
        return { TemplateName: name, TemplateContent: { Subject: subject, Text: text, Html: html } };
      },
    },
    {
      method: 'POST',
      path: /^\/v2\/email\/templates\/([^/]+)\/render$/,
      run: (input, name) => {
        const { TemplateData } = z.object({ TemplateData: z.string() }).parse(input);
        const { subject, text, html } = renderTemplate(engine.template(name), TemplateData);
        return { RenderedTemplate: `Subject: ${subject}\r\n\r\n${html ?? text ?? ''}` };
      },
    },
  ];
}

/** `GetMessageInsights`: the status call by message id. */
function insights(mail: SentMail): Record<string, unknown> {
  const sent = { Timestamp: Date.parse(mail.sentAt) / 1000, Type: 'SEND' };
  const settled = {
    Timestamp: Date.parse(mail.settledAt ?? mail.sentAt) / 1000,
    Type: mail.status === 'BOUNCED' ? 'BOUNCE' : 'DELIVERY',
  };
  return {
    MessageId: mail.messageId,
    FromEmailAddress: mail.from,
    Subject: mail.subject,
    EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
    Insights: [...mail.to, ...mail.cc, ...mail.bcc].map((Destination) => ({
      Destination,
      Events: mail.status === 'SENT' ? [sent] : [sent, settled],
    })),
  };
}

async function handleRestJson(routes: readonly Route[], request: HttpRequest): Promise<HttpResponse> {
  const headers = { 'content-type': 'application/json' };
  try {
    for (const route of routes) {
      const found = route.method === request.method ? route.path.exec(request.url.pathname) : null;
      if (found === null) continue;
      const reply = await route.run(parseBody(request), decodeURIComponent(found[1] ?? ''));
      return { status: 200, headers, body: JSON.stringify(reply ?? {}) };
    }
    throw new AwsError(
      'UnknownOperationException',
      `No operation at ${request.method} ${request.url.pathname}`,
      404,
    );
  } catch (error) {
    const { code, message, status } = toAwsError(error);
    return { status, headers: { ...headers, 'x-amzn-errortype': code }, body: JSON.stringify({ message }) };
  }
}

function parseBody(request: HttpRequest): Json {
  const text = Buffer.from(request.body).toString('utf8');
  try {
    return text === '' ? {} : (JSON.parse(text) as Json);
  } catch {
    throw new AwsError('BadRequestException', 'The request body is not JSON');
  }
}
