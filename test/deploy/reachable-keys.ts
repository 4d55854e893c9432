import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import type { LiveResource } from './read-back/live-stacks.ts';
import type { Connection } from './read-back/reader.ts';
import type { PoolClient } from './pool-tokens.ts';

const authorizer = 'keyturn-dev-identity-authorize-token';

/** The deployed pools by the variable that the authorizer was given for each. */
export async function deployedPools({
  client,
}: Connection): Promise<Record<'staff' | 'borrowers', PoolClient>> {
  const { Environment } = await new LambdaClient(client).send(
    new GetFunctionConfigurationCommand({ FunctionName: authorizer }),
  );
  const variables = Environment?.Variables ?? {};
  const pool = (name: string): PoolClient => ({
    poolId: (variables[`${name}_ISSUER`] ?? '').split('/').at(-1) ?? '',
    clientId: variables[`${name}_CLIENT_IDS`] ?? '',
  });
  return { staff: pool('STAFF'), borrowers: pool('BORROWER') };
}

/**
 * The pools' keys stand at a real AWS address, which the emulator answers under its own host. The authorizer's two
 * variables for it are changed on the live function, as an operator would; issuer, client ids and code are as deployed.
 */
export async function pointAuthorizerAtKeys({ client, url }: Connection): Promise<void> {
  const lambda = new LambdaClient(client);
  const { Environment } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: authorizer }),
  );
  const variables = Environment?.Variables ?? {};
  const keysOf = (name: string) =>
    `${url}/${(variables[`${name}_ISSUER`] ?? '').split('/').at(-1)}/.well-known/jwks.json`;
  await lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName: authorizer,
      Environment: {
        Variables: { ...variables, STAFF_JWKS_URI: keysOf('STAFF'), BORROWER_JWKS_URI: keysOf('BORROWER') },
      },
    }),
  );
}

/** Where the emulator answers the deployed API. */
export function apiUrlOf(url: string, resources: readonly LiveResource[]): string {
  const id = (type: string) => resources.find((resource) => resource.type === type)?.physicalId ?? '';
  return `${url}/_aws/execute-api/${id('AWS::ApiGateway::RestApi')}/${id('AWS::ApiGateway::Stage')}`;
}
