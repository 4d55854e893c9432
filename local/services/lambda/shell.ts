import { jsonText, members } from '../../runtime/json-text.ts';
import type {
  EngineContext,
  HttpRequest,
  HttpResponse,
  InvokeOutcome,
  Json,
  LocalService,
  ResolvedResource,
} from '../service.ts';
import { AwsError } from '../service.ts';
import { lambdaEngine, type InvokeSettings, type LambdaEngine, type Run } from './engine.ts';
import { functionConfig } from './function-config.ts';
import { queueSource, type Source } from './queue-source.ts';
import { sourceConfig, type SourceConfig } from './source-config.ts';
import { streamSource, type RecordStream } from './stream-source.ts';

export interface LambdaService extends LocalService {
  readonly engine: LambdaEngine;
}

export interface LambdaParts {
  run: Run;
  /** The stream of the table with this name. */
  streamOf(tableName: string): RecordStream;
}

const types = [
  'AWS::Lambda::Function',
  'AWS::Lambda::Version',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
];

export function createLambdaService(context: EngineContext, parts: LambdaParts): LambdaService {
  const engine = lambdaEngine(context, parts.run);
  const mappings = new Map<string, SourceConfig>();
  const settings: ResolvedResource[] = [];
  let sources: Source[] = [];

  return {
    name: 'lambda',
    types,
    engine,
    provision: (resource) => {
      if (resource.type === 'AWS::Lambda::Function') engine.putFunction(functionConfig(resource));
      if (resource.type === 'AWS::Lambda::EventInvokeConfig') settings.push(resource);
      if (resource.type === 'AWS::Lambda::EventSourceMapping')
        mappings.set(resource.ref, sourceConfig(resource));
    },
    handle: async (request) => await handle(engine, request),
    start: () => {
      for (const { properties } of settings)
        engine.putInvokeSettings(jsonText(properties['FunctionName']), invokeSettings(properties));
      engine.start();
      sources = [...mappings.values()]
        .filter(({ enabled }) => enabled)
        .map((config) => sourceOf(config, engine, context, parts));
      for (const source of sources) source.start();
    },
    stop: async () => {
      engine.stop();
      for (const source of sources) source.stop();
    },
  };
}

function sourceOf(
  config: SourceConfig,
  engine: LambdaEngine,
  context: EngineContext,
  parts: LambdaParts,
): Source {
  const invoke = async (batch: Json): Promise<InvokeOutcome> =>
    await engine.invoke(config.functionName, batch);
  const service = config.sourceArn.split(':')[2];
  if (service === 'sqs') return queueSource(config, context, invoke);
  const table = /table\/([^/]+)\/stream/.exec(config.sourceArn)?.[1];
  if (service !== 'dynamodb' || table === undefined)
    throw new Error(`no event source of this kind here: ${config.sourceArn}`);
  return streamSource(config, parts.streamOf(table), context, invoke);
}

function invokeSettings(properties: Record<string, Json>): InvokeSettings {
  const destinations = members(properties['DestinationConfig']);
  const onFailureArn = jsonText(members(destinations['OnFailure'])['Destination']);
  const onSuccessArn = jsonText(members(destinations['OnSuccess'])['Destination']);
  return {
    maxRetries: Number(properties['MaximumRetryAttempts'] ?? 2),
    maxAgeMs: Number(properties['MaximumEventAgeInSeconds'] ?? 21_600) * 1000,
    ...(onFailureArn !== '' && { onFailureArn }),
    ...(onSuccessArn !== '' && { onSuccessArn }),
  };
}

/** REST-JSON, the one operation that programs use: `POST /2015-03-31/functions/{name}/invocations`. */
async function handle(engine: LambdaEngine, request: HttpRequest): Promise<HttpResponse> {
  try {
    const name = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(request.url.pathname)?.[1];
    if (name === undefined || request.method !== 'POST')
      throw new AwsError('UnknownOperationException', 'Only Invoke is here', 404);
    return await invokeOverHttp(engine, decodeURIComponent(name), request);
  } catch (error) {
    const failure = error instanceof AwsError ? error : new AwsError('ServiceException', String(error), 500);
    return {
      status: failure.status,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': failure.code },
      body: JSON.stringify({ Type: failure.status < 500 ? 'User' : 'Service', Message: failure.message }),
    };
  }
}

async function invokeOverHttp(
  engine: LambdaEngine,
  name: string,
  request: HttpRequest,
): Promise<HttpResponse> {
  const payload =
    request.body.length === 0 ? {} : (JSON.parse(Buffer.from(request.body).toString('utf8')) as Json);
  const kind = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  if (kind === 'DryRun') return { status: 204 };
  if (kind === 'Event') {
    engine.invokeLater(name, payload);
    return { status: 202 };
  }
  const outcome = await engine.invoke(name, payload);
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-amz-executed-version': '$LATEST',
      ...(outcome.functionError !== undefined && { 'x-amz-function-error': outcome.functionError }),
    },
    body: JSON.stringify(outcome.payload),
  };
}
