import { describe, expect, it } from 'vitest';
import { readAssembly } from '../../../local/assembly/assembly.ts';
import { coverageOf } from '../../../local/assembly/coverage.ts';
import { inlineAssets } from '../../../local/assembly/inline-assets.ts';
import { resolveAssembly } from '../../../local/assembly/resolve.ts';
import type { Json } from '../../../local/services/service.ts';
import { writeAssembly, type WrittenStack } from '../../support/write-assembly.ts';

const options = { region: 'us-east-1', account: '000000000000', awsEndpoint: 'http://127.0.0.1:4570' };

const dataStack: WrittenStack = {
  template: {
    Resources: {
      Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName: 'entities' } },
      Jobs: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 3 },
        },
      },
      Dead: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } },
    },
    Outputs: {
      TableName: { Value: { Ref: 'Table' }, Export: { Name: 'data:table' } },
      DeadUrl: { Value: { Ref: 'Dead' } },
    },
  },
};

/** Resolves one value as a property of a stack that depends on the data stack. */
function resolved(value: Json, sections: { [section: string]: Json } = {}): Json | undefined {
  const folder = writeAssembly({
    app: {
      dependencies: ['data'],
      template: {
        ...sections,
        Resources: {
          It: { Type: 'AWS::SSM::Parameter', Properties: { Value: value, Name: 'it' } },
          Other: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String' } },
        },
      },
    },
    data: dataStack,
  });
  const { resources } = resolveAssembly(readAssembly(folder), options);
  return resources.find(({ logicalId }) => logicalId === 'It')?.properties['Value'];
}

describe('the resolver', () => {
  it.each<[string, Json, Json | undefined, { [section: string]: Json }?]>([
    ['joins', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, 'a-us-east-1'],
    ['imports another stack’s export', { 'Fn::ImportValue': 'data:table' }, 'entities'],
    [
      'reads another stack’s output',
      { 'Fn::GetStackOutput': { StackName: 'data', OutputName: 'DeadUrl' } },
      'http://127.0.0.1:4570/000000000000/dead',
    ],
    [
      'substitutes references, attributes and given values',
      { 'Fn::Sub': ['${Other.Type}/${AWS::AccountId}/${x}/${!y}', { x: 'z' }] },
      'String/000000000000/z/${y}',
    ],
    ['selects from a split', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [
      'follows conditions',
      { 'Fn::If': ['Yes', 'then', 'else'] },
      'then',
      { Conditions: { Yes: { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] } } },
    ],
    [
      'looks up mappings',
      { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'k'] },
      5,
      { Mappings: { M: { 'us-east-1': { k: 5 } } } },
    ],
    [
      'uses a parameter’s default',
      { Ref: 'P' },
      'given',
      { Parameters: { P: { Type: 'String', Default: 'given' } } },
    ],
    ['drops AWS::NoValue', { a: { Ref: 'AWS::NoValue' }, b: [1, { Ref: 'AWS::NoValue' }] }, { b: [1] }],
    ['leaves a plain object of one key alone', { Version: '1' }, { Version: '1' }],
  ])('%s', (_, value, expected, sections) => {
    expect(resolved(value, sections)).toEqual(expected);
  });

  it.each<[Json, RegExp]>([
    [{ 'Fn::Cidr': ['10.0.0.0/8', 1, 8] }, /Fn::Cidr/],
    [{ Ref: 'Nobody' }, /no resource Nobody/],
    [{ 'Fn::GetAtt': ['It', 'Value'] }, /It refers to itself/],
    [{ 'Fn::ImportValue': 'data:nothing' }, /nothing exports data:nothing/],
    [{ 'Fn::GetAtt': ['Other', 'Wings'] }, /no attribute Wings/],
  ])('refuses %j', (value, message) => {
    expect(() => resolved(value)).toThrow(message);
  });

  it('puts a stack after what it depends on and gives every resource its ARN', () => {
    const folder = writeAssembly({ app: { dependencies: ['data'], template: {} }, data: dataStack });
    const assembly = readAssembly(folder);
    expect(assembly.stacks.map(({ name }) => name)).toEqual(['data', 'app']);
    const [table, jobs] = resolveAssembly(assembly, options).resources;
    expect(table).toMatchObject({
      ref: 'entities',
      attributes: { Arn: 'arn:aws:dynamodb:us-east-1:000000000000:table/entities' },
    });
    expect(jobs?.ref).toMatch(/^http:\/\/127\.0\.0\.1:4570\/000000000000\/data-Jobs-[0-9A-F]{12}$/);
    expect(jobs?.properties['RedrivePolicy']).toEqual({
      deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:dead',
      maxReceiveCount: 3,
    });
  });

  it('rewrites the text of templates before anything reads it', () => {
    const folder = writeAssembly({ data: dataStack });
    const { resources } = resolveAssembly(
      readAssembly(folder, (text) => text.replaceAll('"dead"', '"gone"')),
      options,
    );
    expect(resources.map(({ ref }) => ref)).toContain('http://127.0.0.1:4570/000000000000/gone');
  });

  it('says so when the folder holds no assembly', () => {
    expect(() => readAssembly('/nowhere')).toThrow('/nowhere holds no cloud assembly');
  });
});

describe('assets', () => {
  it('give a function its folder and a state machine its definition with substitutions', () => {
    const folder = writeAssembly({
      app: {
        bundles: { abc: 'export const handler = async () => 1' },
        files: { 'm.json': '{"StartAt":"${first}","Comment":"{% $states.input %}"}' },
        template: {
          Resources: {
            F: { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Bucket: 'b', S3Key: 'abc.zip' } } },
            M: {
              Type: 'AWS::StepFunctions::StateMachine',
              Properties: {
                DefinitionS3Location: { Bucket: 'b', Key: 'm.json' },
                DefinitionSubstitutions: { first: 'Go "now"' },
              },
            },
          },
        },
      },
    });
    const assembly = readAssembly(folder);
    const [fn, machine] = resolveAssembly(assembly, options).resources.map((resource) =>
      inlineAssets(resource, assembly.assets),
    );
    expect(fn?.properties['Code']).toMatchObject({ LocalFolder: `${folder}/asset.abc` });
    expect(JSON.parse(machine?.properties['DefinitionString'] as string)).toEqual({
      StartAt: 'Go "now"',
      Comment: '{% $states.input %}',
    });
  });
});

describe('coverage', () => {
  it('counts what is not emulated and names the function that needs it, through imports too', () => {
    const folder = writeAssembly({
      data: {
        template: {
          Resources: { Ledger: { Type: 'AWS::QLDB::Ledger' }, Role: { Type: 'AWS::IAM::Role' } },
          Outputs: { Out: { Value: { Ref: 'Ledger' } } },
        },
      },
      app: {
        dependencies: ['data'],
        template: {
          Resources: {
            F: {
              Type: 'AWS::Lambda::Function',
              Properties: {
                Environment: {
                  Variables: { L: { 'Fn::GetStackOutput': { StackName: 'data', OutputName: 'Out' } } },
                },
              },
            },
          },
        },
      },
    });
    const assembly = readAssembly(folder);
    const coverage = coverageOf(
      assembly,
      resolveAssembly(assembly, options),
      new Set(['AWS::Lambda::Function']),
    );
    expect([...coverage.notEmulated]).toEqual([['AWS::QLDB::Ledger', 1]]);
    expect(coverage.unmetNeeds).toEqual(['app/F needs data/Ledger, and AWS::QLDB::Ledger is not emulated']);
  });
});
