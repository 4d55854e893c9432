import type { Construct } from 'constructs';
import type { Env as ApiEnv } from '../lambdas/operations/api.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { QueueConsumer } from './constructs/queue-consumer.ts';
import { commitsTransactions, kernelEnvironment } from './data-permissions.ts';
import type { DataStack } from './data-stack.ts';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

interface OperationsApiProps {
  data: DataStack;
  /** The stacks whose consumers' dead letters can be looked at and set going again. */
  capabilities: readonly HouseStack[];
}

/** Dead letters by route, and the OpenAPI document. Refers to queues by name, so that no capability waits for it. */
export class OperationsApiStack extends HouseStack {
  readonly api: ApiFunction;

  constructor(scope: Construct, stage: Stage, { data, capabilities }: OperationsApiProps) {
    super(scope, 'operations-api', {
      stage,
      description: 'Keyturn: dead letters, OpenAPI',
      logsKey: data.keys.logs,
    });
    const consumers = capabilities.flatMap((stack) =>
      stack.node.findAll().filter((node) => node instanceof QueueConsumer),
    );
    const queues = consumers.map(({ queueLabel }) => queueLabel).toSorted();
    const arnOf = (queue: string) => this.formatArn({ service: 'sqs', resource: this.named(queue) });
    this.api = new ApiFunction<ApiEnv>(this, 'Api', {
      capability: 'operations',
      impact:
        'Operations cannot see or redrive dead letters by the API, and nobody gets the OpenAPI document.',
      environment: { ...kernelEnvironment(data), QUEUE_PREFIX: this.named(''), CONSUMERS: queues.join(',') },
      permissions: [
        ...commitsTransactions(data),
        {
          actions: ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes'],
          resources: queues.flatMap((queue) => [arnOf(queue), arnOf(`${queue}-dead-letters`)]),
        },
        {
          actions: [
            'sqs:ReceiveMessage',
            'sqs:ChangeMessageVisibility',
            'sqs:StartMessageMoveTask',
            'sqs:DeleteMessage',
          ],
          resources: queues.map((queue) => arnOf(`${queue}-dead-letters`)),
        },
        { actions: ['sqs:SendMessage'], resources: queues.map(arnOf) },
      ],
    });
  }
}
