import { mkdtempSync, readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

export const barePath = '/bare';

/**
 * The local stage as it is, with two things for measuring: no throttle (a bench is a flood), and one bare function
 * behind `GET /bare` that answers 200 and does nothing, so that what the host itself costs is seen beside ours.
 */
export function benchAssembly(assembly: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-assembly-'));
  for (const file of readdirSync(assembly)) {
    if (!file.endsWith('.json')) continue;
    const text = readFileSync(join(assembly, file), 'utf8');
    if (file.endsWith('.assets.json')) writeFileSync(join(folder, file), withAbsolutePaths(text, assembly));
    else if (file.endsWith('.template.json')) writeFileSync(join(folder, file), withBare(text));
    else writeFileSync(join(folder, file), text);
  }
  addBareCode(folder);
  return folder;
}

function withAbsolutePaths(text: string, assembly: string): string {
  const manifest = JSON.parse(text) as { files?: Record<string, { source: { path?: string } }> };
  for (const { source } of Object.values(manifest.files ?? {}))
    if (source.path !== undefined) source.path = resolve(assembly, source.path);
  return JSON.stringify(manifest);
}

function withBare(text: string): string {
  const template = JSON.parse(text) as { Resources?: Resources };
  const resources = template.Resources ?? {};
  const api = Object.entries(resources).find(([, { Type }]) => Type === 'AWS::ApiGateway::RestApi')?.[0];
  if (api === undefined) return text;
  for (const { Type, Properties } of Object.values(resources))
    if (Type === 'AWS::ApiGateway::Stage')
      for (const setting of (Properties?.['MethodSettings'] ?? []) as Record<string, unknown>[])
        Object.assign(setting, { ThrottlingRateLimit: 1_000_000, ThrottlingBurstLimit: 1_000_000 });
  Object.assign(resources, bareResources(api));
  return JSON.stringify(template);
}

const bareResources = (api: string): Resources => ({
  BareFunction: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      FunctionName: 'bench-bare',
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Timeout: 10,
      MemorySize: 1024,
      Code: { S3Bucket: 'assets', S3Key: 'bare.zip' },
    },
  },
  BareResource: {
    Type: 'AWS::ApiGateway::Resource',
    Properties: {
      RestApiId: { Ref: api },
      ParentId: { 'Fn::GetAtt': [api, 'RootResourceId'] },
      PathPart: barePath.slice(1),
    },
  },
  BareMethod: {
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      RestApiId: { Ref: api },
      ResourceId: { Ref: 'BareResource' },
      HttpMethod: 'GET',
      AuthorizationType: 'NONE',
      Integration: {
        Type: 'AWS_PROXY',
        IntegrationHttpMethod: 'POST',
        Uri: {
          'Fn::Join': [
            '',
            [
              'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/',
              { 'Fn::GetAtt': ['BareFunction', 'Arn'] },
              '/invocations',
            ],
          ],
        },
      },
    },
  },
});

function addBareCode(folder: string): void {
  mkdirSync(join(folder, 'asset.bare'));
  writeFileSync(
    join(folder, 'asset.bare', 'index.mjs'),
    "export const handler = async () => ({ statusCode: 200, headers: {}, body: '{}' });\n",
  );
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    artifacts: Record<string, unknown>;
  };
  manifest.artifacts['bench.assets'] = {
    type: 'cdk:asset-manifest',
    properties: { file: 'bench.assets.json' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const files = { bare: { source: { path: 'asset.bare' }, destinations: { a: { objectKey: 'bare.zip' } } } };
  writeFileSync(join(folder, 'bench.assets.json'), JSON.stringify({ files }));
}
