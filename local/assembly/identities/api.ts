import { jsonText } from '../../runtime/json-text.ts';
import type { Identity, IdentityInput, IdentityTable } from '../identity-table.ts';

const byShortId =
  (...attributes: string[]) =>
  (input: IdentityInput): Identity => ({
    ref: input.shortId(6),
    attributes: Object.fromEntries(attributes.map((name) => [name, input.shortId(6)])),
  });

/** API Gateway, REST v1. */
export const apiIdentities: IdentityTable = {
  'AWS::ApiGateway::RestApi': (input) => {
    const id = input.shortId();
    return { ref: id, attributes: { RestApiId: id, RootResourceId: `${id.slice(0, 9)}0` } };
  },
  'AWS::ApiGateway::Resource': byShortId('ResourceId'),
  'AWS::ApiGateway::Method': byShortId(),
  'AWS::ApiGateway::Authorizer': byShortId('AuthorizerId'),
  'AWS::ApiGateway::Deployment': byShortId('DeploymentId'),
  'AWS::ApiGateway::RequestValidator': byShortId('RequestValidatorId'),
  'AWS::ApiGateway::GatewayResponse': byShortId('Id'),
  'AWS::ApiGateway::Model': (input) => ({ ref: input.nameFrom('Name'), attributes: {} }),
  'AWS::ApiGateway::Stage': (input) => ({
    ref: jsonText(input.property('StageName') ?? 'prod'),
    attributes: {},
  }),
};
