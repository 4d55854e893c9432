import {
  CloudFormationClient,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation';

/** What CloudFormation says of an environment. */
export class Deployed {
  readonly #client: CloudFormationClient;

  constructor(region: string) {
    this.#client = new CloudFormationClient({ region });
  }

  /** Whether the stack has this change set, ready to be executed. */
  async hasChangeSet(stack: string, name: string): Promise<boolean> {
    const found = await orUndefined(
      this.#client.send(new DescribeChangeSetCommand({ StackName: stack, ChangeSetName: name })),
    );
    return found?.Status === 'CREATE_COMPLETE' && found.ExecutionStatus !== 'EXECUTE_COMPLETE';
  }

  /** Undefined where the stack is not deployed. */
  async apiUrl(stage: string): Promise<string | undefined> {
    const found = await orUndefined(
      this.#client.send(new DescribeStacksCommand({ StackName: `keyturn-${stage}-api` })),
    );
    return found?.Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey?.startsWith('ApiEndpoint'))
      ?.OutputValue;
  }

  /** `staff pool us-east-1_…`: pools and their clients by the logical ids of the identity stack. */
  async pools(stage: string): Promise<string[]> {
    const found = await orUndefined(
      this.#client.send(new ListStackResourcesCommand({ StackName: `keyturn-${stage}-identity` })),
    );
    return (found?.StackResourceSummaries ?? [])
      .filter(({ ResourceType }) => ResourceType?.startsWith('AWS::Cognito::UserPool'))
      .map(({ ResourceType, LogicalResourceId, PhysicalResourceId }) =>
        [
          LogicalResourceId?.includes('Staff') === true ? 'staff' : 'borrowers',
          ResourceType === 'AWS::Cognito::UserPool' ? 'pool' : 'client',
          PhysicalResourceId ?? '',
        ].join(' '),
      )
      .toSorted((one, other) => one.localeCompare(other));
  }
}

/** CloudFormation's ways to say that a stack or a change set is not there; anything else is an error. */
const absent = new Set(['ValidationError', 'ChangeSetNotFound', 'ChangeSetNotFoundException']);

async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && absent.has(error.name)) return undefined;
    throw error;
  }
}
