/**
 * Dead letters from a shell, with the operator's own AWS credentials:
 * `node tools/queues.ts list --stage dev`, `… inspect NAME --stage dev`, `… redrive NAME --stage dev`.
 */
import { parseArgs } from 'node:util';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { sqsDeadLetterQueues } from '../lambdas/operations/adapters/dead-letter-queues.ts';
import { queueManners } from '../lambdas/operations/domain/queue-manners.ts';

const usage = 'usage: node tools/queues.ts list|inspect|redrive [NAME] --stage dev|staging|prod|local';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { stage: { type: 'string' }, 'per-second': { type: 'string', default: '50' } },
});
const [verb, name] = positionals;

async function consumers(prefix: string): Promise<string[]> {
  const { QueueUrls = [] } = await new SQSClient({}).send(
    new ListQueuesCommand({ QueueNamePrefix: prefix, MaxResults: 1000 }),
  );
  const names = new Set(QueueUrls.map((url) => url.split('/').at(-1)?.slice(prefix.length) ?? ''));
  return [...names].filter((queue) => names.has(`${queue}-dead-letters`)).toSorted();
}

async function main(): Promise<number> {
  if (values.stage === undefined || verb === undefined || (verb !== 'list' && name === undefined)) {
    console.error(usage);
    return 2;
  }
  const prefix = `keyturn-${values.stage}-`;
  const queues = sqsDeadLetterQueues(prefix, await consumers(prefix));
  if (verb === 'list') console.table(await queues.list());
  else if (verb === 'inspect' && name !== undefined) {
    for (const message of await queues.inspect(name)) console.log(JSON.stringify(message));
  } else if (verb === 'redrive' && name !== undefined) {
    const { messages } = await queues.redrive(name, Number.parseInt(values['per-second'], 10));
    const { holds } = queueManners(name);
    console.log(`${messages} ${holds} on their way back to ${name}`);
  } else {
    console.error(usage);
    return 2;
  }
  return 0;
}

process.exitCode = await main();
