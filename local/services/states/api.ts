import * as z from 'zod';
import { action, type Actions } from '../aws-json.ts';
import { AwsError, type Json } from '../service.ts';
import { parseDefinition } from './definition.ts';
import type { StatesEngine } from './engine.ts';
import { parseInput, redriveBlock } from './executions.ts';
import type { ExecutionRecord, MachineRecord } from './records.ts';

const text = z.string().min(1);
const arn = z.object({ stateMachineArn: text });
const executionArn = z.object({ executionArn: text });
const paging = { maxResults: z.int().min(0).max(1000).optional(), nextToken: z.string().optional() };
const settings = {
  type: z.literal('STANDARD', 'only STANDARD machines are emulated').optional(),
  loggingConfiguration: z.json().optional(),
  tracingConfiguration: z.json().optional(),
  encryptionConfiguration: z.json().optional(),
};
const seconds = (epochMs: number): number => epochMs / 1000;
const included = { included: true };

/** The actions of the Step Functions API, inputs and replies in the API's own shapes (instants in epoch seconds). */
export function statesActions(engine: StatesEngine, now: () => number): Actions {
  const { machines, ledger } = engine;

  const create = z.object({ name: text, definition: text, roleArn: text, ...settings });
  const update = arn
    .extend({ definition: text.optional(), roleArn: text.optional(), ...settings })
    .omit({ type: true });
  const start = arn.extend({ name: text.optional(), input: z.string().optional() });
  const stop = executionArn.extend({ error: z.string().optional(), cause: z.string().optional() });
  const list = z.object({ stateMachineArn: text, statusFilter: z.string().optional(), ...paging });
  const history = executionArn.extend({
    ...paging,
    reverseOrder: z.boolean().optional(),
    includeExecutionData: z.boolean().optional(),
  });
  const token = z.object({ taskToken: text });
  const failure = token.extend({
    error: z.string().max(256).optional(),
    cause: z.string().max(32_768).optional(),
  });

  return {
    CreateStateMachine: action(create, ({ name, definition, roleArn, ...rest }) => {
      const machine = machines.put({ name, definition, roleArn, settings: rest });
      return { stateMachineArn: machine.arn, creationDate: seconds(machine.createdAt) };
    }),
    UpdateStateMachine: action(update, ({ stateMachineArn, definition, roleArn, ...rest }) => {
      const known = machines.get(stateMachineArn);
      const machine = machines.put({
        arn: known.arn,
        name: known.name,
        definition: definition ?? machines.definitionText(known.revisionId),
        roleArn: roleArn ?? known.roleArn,
        settings: { ...known.settings, ...(rest as Record<string, Json>) },
      });
      return { updateDate: seconds(machine.updatedAt), revisionId: machine.revisionId };
    }),
    DeleteStateMachine: action(arn, ({ stateMachineArn }) => ledger.deleteMachine(stateMachineArn)),
    DescribeStateMachine: action(arn, ({ stateMachineArn }) =>
      describe(machines.get(stateMachineArn), machines.definitionText),
    ),
    DescribeStateMachineForExecution: action(executionArn, (input) => {
      const { machineArn, revisionId } = engine.execution(input.executionArn);
      const {
        creationDate: updateDate,
        type: _type,
        status: _status,
        ...machine
      } = describe({ ...machines.get(machineArn), revisionId }, machines.definitionText);
      return { ...machine, updateDate };
    }),
    ListStateMachines: action(z.object(paging), (input) => {
      const all = ledger.machines().map(({ arn, name, createdAt }) => ({
        stateMachineArn: arn,
        name,
        type: 'STANDARD',
        creationDate: seconds(createdAt),
      }));
      const { items, nextToken } = page(all, ({ stateMachineArn }) => stateMachineArn, input);
      return { stateMachines: items, ...nextToken };
    }),
    ValidateStateMachineDefinition: action(z.object({ definition: text }), ({ definition }) => {
      try {
        parseDefinition(definition);
        return { result: 'OK', diagnostics: [] };
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { result: 'FAIL', diagnostics: [{ severity: 'ERROR', code: 'INVALID_DEFINITION', message }] };
      }
    }),
    StartExecution: action(start, ({ stateMachineArn, name, input }) => {
      const started = engine.startExecution({
        machineArn: stateMachineArn,
        input: parseInput(input),
        ...(name !== undefined && { name }),
      });
      return { executionArn: started.executionArn, startDate: seconds(started.startedAt) };
    }),
    StopExecution: action(stop, ({ executionArn: execution, error, cause }) => {
      engine.execution(execution);
      const failed = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
      return { stopDate: seconds(engine.stopExecution(execution, failed)) };
    }),
    RedriveExecution: action(executionArn, (input) => ({
      redriveDate: seconds(engine.redriveExecution(input.executionArn)),
    })),
    DescribeExecution: action(executionArn, (input) =>
      describeExecution(engine.execution(input.executionArn), now()),
    ),
    ListExecutions: action(list, (input) => {
      machines.get(input.stateMachineArn);
      const all = ledger
        .executionsOf(input.stateMachineArn)
        .map(([, execution]) => engine.execution(execution))
        .filter(({ status }) => input.statusFilter === undefined || status === input.statusFilter);
      const { items, nextToken } = page(all, (execution) => execution.arn, input);
      return { executions: items.map(summary), ...nextToken };
    }),
    GetExecutionHistory: action(history, (input) => {
      engine.execution(input.executionArn);
      const events = ledger.events(input.executionArn);
      const { items, nextToken } = page(
        input.reverseOrder === true ? events.toReversed() : events,
        ({ id }) => String(id),
        input,
      );
      return { events: items, ...nextToken };
    }),
    SendTaskSuccess: action(token.extend({ output: z.string() }), (input) => {
      engine.sendTaskSuccess(input.taskToken, parseOutput(input.output));
    }),
    SendTaskFailure: action(failure, ({ taskToken, error, cause }) =>
      engine.sendTaskFailure(taskToken, error, cause),
    ),
    SendTaskHeartbeat: action(token, ({ taskToken }) => engine.sendTaskHeartbeat(taskToken)),
    ListTagsForResource: action(z.object({ resourceArn: text }), ({ resourceArn }) => ({
      tags: machines.get(resourceArn).settings['tags'] ?? [],
    })),
  };
}

function describe(machine: MachineRecord, definitionText: (revisionId: string) => string) {
  const { tags: _tags, ...settings } = machine.settings;
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: 'ACTIVE',
    definition: definitionText(machine.revisionId),
    roleArn: machine.roleArn,
    type: 'STANDARD',
    creationDate: seconds(machine.createdAt),
    revisionId: machine.revisionId,
    ...settings,
  };
}

function describeExecution(record: ExecutionRecord, now: number): Record<string, Json> {
  const blocked = redriveBlock(record, now);
  return {
    ...summary(record),
    input: JSON.stringify(record.input),
    inputDetails: included,
    ...(record.output !== undefined && { output: JSON.stringify(record.output), outputDetails: included }),
    ...record.failure,
    redriveStatus: blocked === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(blocked !== undefined && { redriveStatusReason: blocked }),
  };
}

function summary(record: ExecutionRecord): Record<string, Json> {
  return {
    executionArn: record.arn,
    stateMachineArn: record.machineArn,
    name: record.name,
    status: record.status,
    startDate: seconds(record.startedAt),
    ...(record.stoppedAt !== undefined && { stopDate: seconds(record.stoppedAt) }),
    redriveCount: record.redriveCount,
    ...(record.redrivenAt !== undefined && { redriveDate: seconds(record.redrivenAt) }),
  };
}

/** The token names the last item seen, so that newer executions do not shift the pages. */
function page<T>(
  all: T[],
  keyOf: (item: T) => string,
  { maxResults, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
): { items: T[]; nextToken: { nextToken?: string } } {
  const last = nextToken === undefined ? undefined : Buffer.from(nextToken, 'base64').toString('utf8');
  const from = last === undefined ? 0 : all.findIndex((item) => keyOf(item) === last) + 1;
  if (last !== undefined && from === 0) throw new AwsError('InvalidToken', `Invalid Token: '${nextToken}'`);
  const items = all.slice(from, from + (maxResults === undefined || maxResults === 0 ? 100 : maxResults));
  const isLast = from + items.length >= all.length;
  return {
    items,
    nextToken: isLast ? {} : { nextToken: Buffer.from(keyOf(items.at(-1)!)).toString('base64') },
  };
}

function parseOutput(output: string): Json {
  try {
    return JSON.parse(output) as Json;
  } catch {
    throw new AwsError('InvalidOutput', "Invalid Output: 'the output is not JSON'");
  }
}
