import * as z from 'zod';
import { action, callAction, toAwsError, type Actions, type CallableService } from '../aws-json.ts';
import { AwsError, type EngineContext, type HttpRequest, type HttpResponse, type Json } from '../service.ts';

/** One published message, as the operator's inbox shows it. */
export interface Notice {
  id: string;
  topicArn: string;
  subject?: string | undefined;
  message: string;
  at: string;
}

export interface SnsService extends CallableService {
  /** Oldest first. */
  inbox(): Notice[];
}

interface Subscription {
  topicArn: string;
  protocol: string;
  endpoint: string;
  raw: boolean;
}

const subscriptionProperties = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string().default(''),
  RawMessageDelivery: z.boolean().default(false),
});
const publishInput = z.object({ TopicArn: z.string(), Message: z.string(), Subject: z.string().optional() });

/** SNS as far as alarms need it: query protocol, Publish into an inbox and on to SQS and Lambda subscribers. */
export function createSnsService(context: EngineContext): SnsService {
  const { store, clock, random } = context;
  const actions: Actions = {
    Publish: action(
      publishInput,
      (input) => {
        if (store.get('sns.topic', input.TopicArn) === undefined)
          throw new AwsError('NotFound', 'Topic does not exist', 404);
        const { TopicArn: topicArn, Message: message, Subject: subject } = input;
        const notice: Notice = {
          id: random.uuid(),
          topicArn,
          subject,
          message,
          at: new Date(clock.now()).toISOString(),
        };
        store.put('sns.inbox', `${notice.at}/${notice.id}`, notice);
        for (const subscription of subscribers(context, topicArn)) deliver(context, subscription, notice);
        return { MessageId: notice.id };
      },
      'InvalidParameter',
    ),
  };
  return {
    name: 'sns',
    types: ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'AWS::SNS::Subscription'],
    inbox: () => store.list<Notice>('sns.inbox').map(([, notice]) => notice),
    provision: ({ type, ref, properties, stack, logicalId }) => {
      if (type === 'AWS::SNS::Topic') store.put('sns.topic', ref, { arn: ref });
      if (type !== 'AWS::SNS::Subscription') return;
      const { TopicArn, Protocol, Endpoint, RawMessageDelivery } = subscriptionProperties.parse(properties);
      const subscription: Subscription = {
        topicArn: TopicArn,
        protocol: Protocol,
        endpoint: Endpoint,
        raw: RawMessageDelivery,
      };
      store.put('sns.subscription', `${TopicArn}/${stack}/${logicalId}`, subscription);
    },
    handle: async (request) => await handleQuery(actions, request),
    call: async (name, input) => await callAction(actions, name, input),
  };
}

function subscribers({ store }: EngineContext, topicArn: string): Subscription[] {
  return store
    .list<Subscription>('sns.subscription', { prefix: `${topicArn}/` })
    .map(([, subscription]) => subscription);
}

/** Mail addresses and web hooks get nothing: the inbox stands for them. */
function deliver(context: EngineContext, { protocol, endpoint, raw }: Subscription, notice: Notice): void {
  if (protocol !== 'sqs' && protocol !== 'lambda') return;
  const envelope: Json = {
    Type: 'Notification',
    MessageId: notice.id,
    TopicArn: notice.topicArn,
    Subject: notice.subject ?? null,
    Message: notice.message,
    Timestamp: notice.at,
  };
  const forQueue = raw ? notice.message : envelope;
  const forFunction = { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: envelope }] };
  void context.neighbours
    .deliver(endpoint, protocol === 'sqs' ? forQueue : forFunction)
    .catch(() =>
      context.log('notice was not taken by a subscriber', { topicArn: notice.topicArn, endpoint }),
    );
}

async function handleQuery(actions: Actions, request: HttpRequest): Promise<HttpResponse> {
  const headers = { 'content-type': 'text/xml' };
  const { Action = '', ...input } = Object.fromEntries(
    new URLSearchParams(Buffer.from(request.body).toString('utf8')),
  );
  try {
    const reply = (await callAction(actions, Action, input)) as Record<string, string>;
    const fields = Object.entries(reply)
      .map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
      .join('');
    const body = `<${Action}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${Action}Result>${fields}</${Action}Result></${Action}Response>`;
    return { status: 200, headers, body };
  } catch (error) {
    const { code, message, status } = toAwsError(error);
    const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error></ErrorResponse>`;
    return { status, headers, body };
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
