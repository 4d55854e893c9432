import * as SSM from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSsmService } from '../../../../local/services/ssm/shell.ts';
import { engineContext } from '../../../support/engine-context.ts';
import { serveService, type ServedService } from '../../../support/serve-service.ts';

describe('the SSM client of the SDK', () => {
  const service = createSsmService(engineContext());
  service.provision({
    stack: 'test',
    logicalId: 'Zone',
    type: 'AWS::SSM::Parameter',
    properties: { Name: '/keyturn/local/zone', Type: 'String', Value: 'America/Chicago' },
    ref: '/keyturn/local/zone',
    attributes: {},
  });
  let served: ServedService;
  let client: SSM.SSMClient;

  beforeAll(async () => {
    served = await serveService(service);
    client = new SSM.SSMClient(served.client);
  });
  afterAll(async () => {
    client.destroy();
    await served.close();
  });

  it('gets one by name or ARN, and several with the unknown ones named', async () => {
    const { Parameter } = await client.send(new SSM.GetParameterCommand({ Name: '/keyturn/local/zone' }));
    expect(Parameter).toMatchObject({ Value: 'America/Chicago', Type: 'String', Version: 1 });
    const byArn = await client.send(new SSM.GetParameterCommand({ Name: Parameter!.ARN }));
    expect(byArn.Parameter?.Name).toBe('/keyturn/local/zone');
    const several = await client.send(
      new SSM.GetParametersCommand({ Names: ['/keyturn/local/zone', '/none'] }),
    );
    expect(several.Parameters).toHaveLength(1);
    expect(several.InvalidParameters).toEqual(['/none']);
    await expect(client.send(new SSM.GetParameterCommand({ Name: '/none' }))).rejects.toBeInstanceOf(
      SSM.ParameterNotFound,
    );
  });

  it('overwrites only when told, and counts versions', async () => {
    const put = { Name: '/keyturn/local/brand', Value: 'Example Lender', Type: 'String' } as const;
    expect((await client.send(new SSM.PutParameterCommand(put))).Version).toBe(1);
    await expect(client.send(new SSM.PutParameterCommand(put))).rejects.toBeInstanceOf(
      SSM.ParameterAlreadyExists,
    );
    expect((await client.send(new SSM.PutParameterCommand({ ...put, Overwrite: true }))).Version).toBe(2);
  });

  it('gives a secure value in clear only with decryption', async () => {
    const Name = '/keyturn/local/token';
    await client.send(new SSM.PutParameterCommand({ Name, Value: 'hush', Type: 'SecureString' }));
    const sealed = await client.send(new SSM.GetParameterCommand({ Name }));
    expect(sealed.Parameter?.Value).not.toContain('hush');
    const open = await client.send(new SSM.GetParameterCommand({ Name, WithDecryption: true }));
    expect(open.Parameter?.Value).toBe('hush');
  });

  it('lists by path, one level or all, in pages', async () => {
    for (const name of ['a', 'b', 'c/d'])
      await client.send(new SSM.PutParameterCommand({ Name: `/tree/${name}`, Value: name, Type: 'String' }));
    const level = await client.send(new SSM.GetParametersByPathCommand({ Path: '/tree' }));
    expect(level.Parameters?.map(({ Value }) => Value)).toEqual(['a', 'b']);
    const first = await client.send(
      new SSM.GetParametersByPathCommand({ Path: '/tree/', Recursive: true, MaxResults: 2 }),
    );
    const second = await client.send(
      new SSM.GetParametersByPathCommand({
        Path: '/tree/',
        Recursive: true,
        MaxResults: 2,
        NextToken: first.NextToken,
      }),
    );
    expect(second.Parameters?.map(({ Value }) => Value)).toEqual(['c/d']);
    expect(second.NextToken).toBeUndefined();
  });
});
