import { jsonText } from '../../runtime/json-text.ts';
import type { IdentityTable } from '../identity-table.ts';

/** Lambda and Step Functions. */
export const computeIdentities: IdentityTable = {
  'AWS::Lambda::Function': (input) => {
    const name = input.nameFrom('FunctionName');
    return { ref: name, attributes: { Arn: input.arn('lambda', `function:${name}`) } };
  },
  'AWS::Lambda::Version': (input) => {
    const arn = `${functionArn(jsonText(input.property('FunctionName')), input.arn('lambda', ''))}:1`;
    return { ref: arn, attributes: { Version: '1', FunctionArn: arn } };
  },
  'AWS::Lambda::Alias': (input) => {
    const arn = `${functionArn(jsonText(input.property('FunctionName')), input.arn('lambda', ''))}:${jsonText(input.property('Name'))}`;
    return { ref: arn, attributes: { AliasArn: arn } };
  },
  'AWS::Lambda::EventSourceMapping': (input) => {
    const id = input.shortId(32);
    return {
      ref: id,
      attributes: { Id: id, EventSourceMappingArn: input.arn('lambda', `event-source-mapping:${id}`) },
    };
  },
  'AWS::Lambda::Permission': (input) => ({ ref: input.shortId(), attributes: { Id: input.shortId() } }),
  'AWS::StepFunctions::StateMachine': (input) => {
    const name = input.nameFrom('StateMachineName');
    const arn = input.arn('states', `stateMachine:${name}`);
    return { ref: arn, attributes: { Arn: arn, Name: name, StateMachineRevisionId: 'INITIAL' } };
  },
};

function functionArn(nameOrArn: string, prefix: string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : `${prefix}function:${nameOrArn}`;
}
