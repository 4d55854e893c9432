import { jsonText } from '../../runtime/json-text.ts';
import type { IdentityTable } from '../identity-table.ts';

/** Logs, alarms, mail. */
export const operationsIdentities: IdentityTable = {
  'AWS::Logs::LogGroup': (input) => {
    const name = input.nameFrom('LogGroupName');
    return { ref: name, attributes: { Arn: input.arn('logs', `log-group:${name}:*`) } };
  },
  'AWS::CloudWatch::Alarm': (input) => {
    const name = input.nameFrom('AlarmName');
    return { ref: name, attributes: { Arn: input.arn('cloudwatch', `alarm:${name}`) } };
  },
  'AWS::CloudWatch::CompositeAlarm': (input) => {
    const name = input.nameFrom('AlarmName');
    return { ref: name, attributes: { Arn: input.arn('cloudwatch', `alarm:${name}`) } };
  },
  'AWS::SES::ConfigurationSet': (input) => ({ ref: input.nameFrom('Name'), attributes: {} }),
  'AWS::SES::Template': (input) => ({ ref: input.shortId(), attributes: { Id: input.shortId() } }),
  'AWS::SES::EmailIdentity': (input) => ({ ref: jsonText(input.property('EmailIdentity')), attributes: {} }),
};
