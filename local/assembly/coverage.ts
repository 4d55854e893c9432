import type { Assembly } from './assembly.ts';
import type { ResolvedAssembly } from './resolve.ts';

/** Types that mean nothing on one machine: who may do what, where logs go, what CDK notes down. */
const withoutLocalEffect = new Set([
  'AWS::ApiGateway::Account',
  'AWS::ApiGateway::RequestValidator',
  'AWS::CDK::Metadata',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);

export interface Coverage {
  /** Type -> how many of it stand in the templates; permissions, policies and log groups are not listed. */
  notEmulated: Map<string, number>;
  /** One sentence for each function whose environment names a resource that nothing here stands in for. */
  unmetNeeds: string[];
}

/** Holds the templates against what the services take. */
export function coverageOf(
  assembly: Assembly,
  resolved: ResolvedAssembly,
  emulated: ReadonlySet<string>,
): Coverage {
  const notEmulated = new Map<string, number>();
  for (const { type } of resolved.resources) {
    if (emulated.has(type) || withoutLocalEffect.has(type)) continue;
    notEmulated.set(type, (notEmulated.get(type) ?? 0) + 1);
  }
  const unmetNeeds: string[] = [];
  for (const stack of assembly.stacks) {
    for (const [logicalId, { Type, Properties }] of Object.entries(stack.resources)) {
      if (Type !== 'AWS::Lambda::Function' || Properties['Environment'] === undefined) continue;
      for (const need of resolved.referencesOf(stack.name, Properties['Environment'])) {
        if (emulated.has(need.type) || withoutLocalEffect.has(need.type)) continue;
        unmetNeeds.push(
          `${stack.name}/${logicalId} needs ${need.stack}/${need.logicalId}, and ${need.type} is not emulated`,
        );
      }
    }
  }
  return { notEmulated, unmetNeeds: [...new Set(unmetNeeds)] };
}
