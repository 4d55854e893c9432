import * as z from 'zod';
import { callAction, toAwsError, type Actions, type CallableService } from '../aws-json.ts';
import {
  AwsError,
  type EngineContext,
  type HttpRequest,
  type HttpResponse,
  type Json,
  type ResolvedResource,
} from '../service.ts';
import { schedulerActions } from './api.ts';
import { createSchedulerEngine, type SchedulerEngine } from './engine.ts';
import { groupSchema, scheduleSchema } from './schedule-request.ts';

const VERBS: Record<string, string> = { POST: 'Create', GET: 'Get', PUT: 'Update', DELETE: 'Delete' };

export interface SchedulerService extends CallableService {
  readonly engine: SchedulerEngine;
}

/** EventBridge Scheduler: REST-JSON over the engine. */
export function createSchedulerService(context: EngineContext): SchedulerService {
  const engine = createSchedulerEngine(context);
  const actions = schedulerActions(engine);
  return {
    name: 'scheduler',
    types: ['AWS::Scheduler::Schedule', 'AWS::Scheduler::ScheduleGroup'],
    engine,
    provision: (resource) => provision(engine, resource),
    handle: async (request) => await handle(actions, request),
    call: async (action, input) => await callAction(actions, action, input),
    start: engine.start,
    stop: async () => {
      engine.stop();
    },
  };
}

function provision(engine: SchedulerEngine, { type, logicalId, properties, ref }: ResolvedResource): void {
  const named = { ...properties, Name: properties['Name'] ?? (ref === '' ? logicalId : ref) };
  if (type === 'AWS::Scheduler::ScheduleGroup')
    engine.declareGroup(parsed(groupSchema, named, logicalId).Name);
  else engine.declare(parsed(scheduleSchema, named, logicalId));
}

function parsed<S extends z.ZodType>(schema: S, properties: object, logicalId: string): z.output<S> {
  const result = schema.safeParse(properties);
  if (result.success) return result.data;
  throw new AwsError('ValidationException', `${logicalId}: ${z.prettifyError(result.error)}`);
}

/** `POST|GET|PUT|DELETE /schedules/{Name}`, `/schedule-groups/{Name}`, and `GET` of either as a list. */
async function handle(actions: Actions, request: HttpRequest): Promise<HttpResponse> {
  const headers = { 'content-type': 'application/json' };
  try {
    const reply = await callAction(actions, actionOf(request), inputOf(request));
    return { status: 200, headers, body: JSON.stringify(reply) };
  } catch (error) {
    const { code, status, message } = toAwsError(error);
    return {
      status,
      headers: { ...headers, 'x-amzn-errortype': code },
      body: JSON.stringify({ Message: message }),
    };
  }
}

function actionOf({ method, url }: HttpRequest): string {
  const [, collection, name] = url.pathname.split('/');
  const noun =
    collection === 'schedules' ? 'Schedule' : collection === 'schedule-groups' ? 'ScheduleGroup' : undefined;
  if (noun === undefined || VERBS[method] === undefined)
    throw new AwsError('UnknownOperationException', `${method} ${url.pathname} is not emulated`, 404);
  return name === undefined || name === '' ? `List${noun}s` : `${VERBS[method]}${noun}`;
}

/** The body, the name of the path, and the query in the spelling of the body. */
function inputOf({ url, body }: HttpRequest): Record<string, Json> {
  const name = url.pathname.split('/')[2];
  const query = Object.fromEntries(url.searchParams);
  const group = query['groupName'] ?? query['ScheduleGroup'];
  return {
    ...query,
    ...bodyOf(body),
    ...(name !== undefined && name !== '' && { Name: decodeURIComponent(name) }),
    ...(group !== undefined && { GroupName: group }),
  };
}

function bodyOf(body: Uint8Array): Record<string, Json> {
  if (body.length === 0) return {};
  try {
    return z.record(z.string(), z.json()).parse(JSON.parse(Buffer.from(body).toString('utf8')));
  } catch {
    throw new AwsError('ValidationException', 'The request body is not a JSON object');
  }
}
