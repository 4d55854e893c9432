import type { Json } from '../../local/services/service.ts';
import { writeAssembly } from './write-assembly.ts';

/** Runs inside a worker: every test names by `do` what it wants to see. No SDK, so that it starts fast. */
const worker = `
import { request } from 'node:http';
const call = (service, target, input) => new Promise((resolve, reject) => {
  const body = JSON.stringify(input);
  const out = request(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers: {
    'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, 'user-agent': 'probe app/' + process.env.AWS_SDK_UA_APP_ID,
    authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/' + service + '/aws4_request, SignedHeaders=host, Signature=0' } },
    (reply) => { let text = ''; reply.on('data', (part) => { text += part; }); reply.on('end', () => resolve({ status: reply.statusCode, ...JSON.parse(text || '{}') })); });
  out.on('error', reject); out.end(body);
});
const put = (id, more = {}) => call('dynamodb', 'DynamoDB_20120810.PutItem', { TableName: process.env.TABLE, Item: { pk: { S: id }, ...more } });
const tasks = {
  echo: (event) => event, now: () => Date.now(), fresh: () => new Date().toISOString(), env: () => process.env,
  fail: () => { class LimitReached extends Error { name = 'LimitReached'; } throw new LimitReached('too much'); },
  text: () => { throw 'just text'; }, exit: () => process.exit(3), hang: () => new Promise(() => setInterval(() => 0, 1000)),
  big: () => 'x'.repeat(6300000), log: (event) => { console.log(event.line); return 'ok'; }, pid: () => process.pid,
  sleep: (event) => new Promise((resolve) => setTimeout(() => resolve(process.pid), event.ms)),
  put: (event) => put(event.id, event.more), put2: async (event) => { await put(event.id + '1'); await put(event.id + '2'); return 'both'; },
};
export const handler = async (event) => {
  if (event.type === 'TOKEN') {
    if (event.authorizationToken === 'Bearer broken') throw new Error('down');
    const Effect = event.authorizationToken === 'Bearer denied' ? 'Deny' : 'Allow';
    await put('authorized#' + process.hrtime.bigint());
    return { principalId: 'avery', policyDocument: { Statement: [{ Effect, Action: 'execute-api:Invoke', Resource: '*' }] }, context: { role: 'officer', level: 3 } };
  }
  if (event.httpMethod) {
    if (event.path.endsWith('/malformed')) return { status: 200 };
    if (event.path.endsWith('/slow')) await new Promise((resolve) => setTimeout(resolve, 900));
    return { statusCode: 201, headers: { 'X-Made': 'yes' }, body: JSON.stringify(event) };
  }
  if (event.Records) {
    const failures = [];
    for (const record of event.Records) {
      const id = record.messageId ?? record.dynamodb.SequenceNumber;
      if (record.body === 'poison') failures.push({ itemIdentifier: id });
      else if (record.body) await put('message#' + record.body);
      else if (record.dynamodb.Keys.pk.S.startsWith('item')) await put('stream#' + record.eventName + '#' + record.dynamodb.Keys.pk.S + (record.userIdentity ? '#' + record.userIdentity.principalId : ''));
    }
    return { batchItemFailures: failures };
  }
  return await tasks[event.do](event);
};`;

const arn = (logicalId: string): Json => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const uri = (logicalId: string): Json => ({
  'Fn::Join': [
    '',
    ['arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/', arn(logicalId), '/invocations'],
  ],
});

function fn(name: string, more: { [key: string]: Json } = {}, variables: { [key: string]: Json } = {}): Json {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: name,
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Timeout: 10,
      Code: { S3Bucket: 'assets', S3Key: 'probe.zip' },
      Environment: {
        Variables: { TABLE: { Ref: 'Table' }, PARTNER: 'http://127.0.0.1:4572/total-expert', ...variables },
      },
      ...more,
    },
  };
}

function method(resource: Json, verb: string, integration: Json, authorized = false): Json {
  return {
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      RestApiId: { Ref: 'Api' },
      ResourceId: resource,
      HttpMethod: verb,
      ...(authorized
        ? { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: 'Authorizer' } }
        : { AuthorizationType: 'NONE' }),
      Integration: integration,
    },
  };
}

function resource(parent: Json, part: string): Json {
  return {
    Type: 'AWS::ApiGateway::Resource',
    Properties: { RestApiId: { Ref: 'Api' }, ParentId: parent, PathPart: part },
  };
}

const proxy = (timeout = 29_000): Json => ({ Type: 'AWS_PROXY', Uri: uri('Web'), TimeoutInMillis: timeout });

const api: { [key: string]: Json } = {
  Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'probe' } },
  V1: resource({ 'Fn::GetAtt': ['Api', 'RootResourceId'] }, 'v1'),
  Open: resource({ Ref: 'V1' }, 'open'),
  OpenProxy: resource({ Ref: 'Open' }, '{proxy+}'),
  Loans: resource({ Ref: 'V1' }, 'loans'),
  Loan: resource({ Ref: 'Loans' }, '{id}'),
  OpenAny: method({ Ref: 'OpenProxy' }, 'ANY', proxy(600)),
  LoanAny: method({ Ref: 'Loan' }, 'ANY', proxy(), true),
  LoanOptions: method({ Ref: 'Loan' }, 'OPTIONS', {
    Type: 'MOCK',
    IntegrationResponses: [
      {
        StatusCode: '204',
        ResponseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'https://app.example'" },
      },
    ],
  }),
  Authorizer: {
    Type: 'AWS::ApiGateway::Authorizer',
    Properties: {
      RestApiId: { Ref: 'Api' },
      Type: 'TOKEN',
      AuthorizerUri: uri('Web'),
      IdentitySource: 'method.request.header.Authorization',
      IdentityValidationExpression: '^Bearer .+$',
      AuthorizerResultTtlInSeconds: 60,
    },
  },
  Unauthorized: {
    Type: 'AWS::ApiGateway::GatewayResponse',
    Properties: {
      RestApiId: { Ref: 'Api' },
      ResponseType: 'UNAUTHORIZED',
      StatusCode: '401',
      ResponseParameters: { 'gatewayresponse.header.WWW-Authenticate': "'Bearer'" },
      ResponseTemplates: {
        'application/problem+json':
          '{"code":"$context.error.responseType","detail":$context.error.messageString}',
      },
    },
  },
  Stage: {
    Type: 'AWS::ApiGateway::Stage',
    Properties: {
      RestApiId: { Ref: 'Api' },
      StageName: 'local',
      MethodSettings: [
        { HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 1, ThrottlingBurstLimit: 40 },
      ],
    },
  },
};

/** A cloud assembly with one of everything that the host itself runs: functions, sources, a table, a queue, a REST API. */
export function probeAssembly(): string {
  return writeAssembly({
    probe: {
      bundles: {
        probe: worker,
        broken: 'export const handler = 5',
        throwing: 'throw new TypeError("no start")',
        missing: 'import "./nowhere.mjs"',
      },
      template: {
        Resources: {
          Table: {
            Type: 'AWS::DynamoDB::Table',
            Properties: {
              TableName: 'probe-items',
              KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
              AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
              StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
              TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
            },
          },
          Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'probe-dead' } },
          Queue: {
            Type: 'AWS::SQS::Queue',
            Properties: {
              QueueName: 'probe-jobs',
              VisibilityTimeout: 30,
              RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 },
            },
          },
          Web: fn('probe-web'),
          Task: fn('probe-task', {}, { SECRET_OF_MINE: 'given' }),
          Quick: fn('probe-quick', { Timeout: 1 }),
          Consumer: fn('probe-consumer'),
          Projector: fn('probe-projector'),
          Broken: fn('probe-broken', { Code: { S3Key: 'broken.zip' } }),
          Throwing: fn('probe-throwing', { Code: { S3Key: 'throwing.zip' } }),
          Missing: fn('probe-missing', { Code: { S3Key: 'missing.zip' } }),
          QueueSource: {
            Type: 'AWS::Lambda::EventSourceMapping',
            Properties: {
              EventSourceArn: arn('Queue'),
              FunctionName: { Ref: 'Consumer' },
              FunctionResponseTypes: ['ReportBatchItemFailures'],
            },
          },
          StreamSource: {
            Type: 'AWS::Lambda::EventSourceMapping',
            Properties: {
              EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
              FunctionName: { Ref: 'Projector' },
              StartingPosition: 'TRIM_HORIZON',
              FilterCriteria: {
                Filters: [{ Pattern: '{"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"item"}]}}}}' }],
              },
            },
          },
          ...api,
        },
      },
    },
  });
}
