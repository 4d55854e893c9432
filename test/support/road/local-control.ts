import * as z from 'zod';
import type { LocalCloud } from '../../../local/runtime/local-cloud.ts';
import type { SqsService } from '../../../local/services/sqs/shell.ts';

const Mail = z.looseObject({
  messageId: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
  tags: z.record(z.string(), z.string()),
});
export type Mail = z.output<typeof Mail>;

const Rule = z.looseObject({
  effect: z.string(),
  function: z.string().optional(),
  inInvocation: z.int().optional(),
  hits: z.int(),
});
export type RuleSeen = z.output<typeof Rule>;

const Execution = z.looseObject({ name: z.string(), status: z.string(), executionArn: z.string() });
export type ExecutionSeen = z.output<typeof Execution>;

/** What a test may ask of the local cloud that AWS has not. */
export interface Control {
  addFault(fault: object): Promise<void>;
  rules(): Promise<RuleSeen[]>;
  clearFaults(): Promise<void>;
  mails(): Promise<Mail[]>;
  /** `GET` and others on a sandbox's own control paths. */
  partner(name: string, path: string, method?: string, body?: object): Promise<unknown>;
  executions(
    machine: 'application' | 'processing' | 'underwriting' | 'document-intake',
  ): Promise<ExecutionSeen[]>;
  /** Messages by queue, visible or not; queues that hold none are left out. */
  messages(): Record<string, number>;
  advanceSeconds(seconds: number): void;
}

export function localControl(cloud: LocalCloud): Control {
  const { api } = cloud.urls;

  async function ask(path: string, method = 'GET', body?: object): Promise<unknown> {
    const reply = await fetch(`${api}/_local/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} /_local/${path}: ${reply.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  return {
    addFault: async (fault) => void (await ask('faults', 'POST', fault)),
    rules: async () => z.looseObject({ rules: z.array(Rule) }).parse(await ask('faults')).rules,
    clearFaults: async () => void (await ask('faults', 'DELETE')),
    mails: async () => z.looseObject({ messages: z.array(Mail) }).parse(await ask('outbox')).messages,
    partner: (name, path, method, body) => ask(`partners/${name}/${path}`, method, body),
    executions: async (machine) => {
      const found: ExecutionSeen[] = [];
      let nextToken: string | undefined;
      do {
        const page = z
          .looseObject({ executions: z.array(Execution), nextToken: z.string().optional() })
          .parse(
            await cloud.registry.states.call('ListExecutions', {
              stateMachineArn: `arn:aws:states:us-east-1:000000000000:stateMachine:keyturn-local-${machine}`,
              maxResults: 1000,
              ...(nextToken === undefined ? {} : { nextToken }),
            }),
          );
        found.push(...page.executions);
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return found;
    },
    messages: () => {
      const { engine } = cloud.registry.byName.get('sqs') as SqsService;
      const counted = engine
        .readings()
        .map((reading): [string, number] => [
          reading.queueName.replace('keyturn-local-', ''),
          reading.ApproximateNumberOfMessagesVisible +
            reading.ApproximateNumberOfMessagesNotVisible +
            reading.ApproximateNumberOfMessagesDelayed,
        ]);
      return Object.fromEntries(counted.filter(([, count]) => count > 0));
    },
    advanceSeconds: (seconds) => cloud.clock.advance(seconds * 1000),
  };
}
