import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';

/** A log group under the stage's key and retention; AWS's own services ask for certain beginnings of its name. */
export function sealedLogGroup(scope: Construct, id: string, logGroupName: string): LogGroup {
  const { stage, logsKey } = HouseStack.holding(scope);
  return new LogGroup(scope, id, {
    logGroupName,
    retention: stage.logRetention,
    encryptionKey: logsKey,
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}
