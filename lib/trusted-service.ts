import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

interface Source {
  service: string;
  resource: string;
  resourceName: string;
  arnFormat?: ArnFormat;
}

/**
 * A service that may take a role, only on behalf of one of our own things: another account's machine, schedule or plan
 * cannot make it act here (IAM User Guide, "The confused deputy problem"). Lambda has no place in this: it names no
 * source when it takes an execution role.
 */
export function trustedService(scope: Construct, principal: string, source: Source): ServicePrincipal {
  const stack = Stack.of(scope);
  return new ServicePrincipal(principal, {
    conditions: {
      StringEquals: { 'aws:SourceAccount': stack.account },
      ArnLike: { 'aws:SourceArn': stack.formatArn(source) },
    },
  });
}

/** Scheduler names the group of a schedule, not the schedule itself (Scheduler User Guide, "Confused deputy prevention"). */
export const schedulerOf = (scope: Construct, group: string): ServicePrincipal =>
  trustedService(scope, 'scheduler.amazonaws.com', {
    service: 'scheduler',
    resource: 'schedule-group',
    resourceName: group,
  });
