import type { EngineContext, Json } from '../service.ts';
import type { DataEvent } from './data-event.ts';

type Fields = { [name: string]: Json };

/** A record as CloudTrail writes it (CloudTrail User Guide, "CloudTrail record contents"), of a data event. */
export function trailRecord(context: EngineContext, event: DataEvent): Fields {
  return {
    eventVersion: '1.11',
    userIdentity: identityOf(context.account, event),
    eventTime: instant(context.clock.now()),
    eventSource: event.eventSource,
    eventName: event.eventName,
    awsRegion: context.region,
    sourceIPAddress: event.sourceIPAddress,
    userAgent: event.userAgent,
    ...(event.errorCode === undefined
      ? {}
      : { errorCode: event.errorCode, errorMessage: event.errorMessage ?? '' }),
    requestParameters: event.requestParameters,
    responseElements: null,
    requestID: event.requestId,
    eventID: context.random.uuid(),
    readOnly: event.readOnly,
    resources: event.resources.map((resource) => ({ accountId: context.account, ...resource })),
    eventType: 'AwsApiCall',
    managementEvent: false,
    recipientAccountId: context.account,
    eventCategory: 'Data',
  };
}

/** `2026-03-02T15:00:00Z`: CloudTrail's times have no milliseconds. */
export function instant(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

function identityOf(account: string, event: DataEvent): Fields {
  const { principalArn, invokedBy } = event;
  if (principalArn === undefined) return { type: 'AWSService', invokedBy: invokedBy ?? event.eventSource };
  const shared: Fields = {
    arn: principalArn,
    accountId: account,
    ...(event.accessKeyId === undefined ? {} : { accessKeyId: event.accessKeyId }),
    ...(invokedBy === undefined ? {} : { invokedBy }),
  };
  const role = /:assumed-role\/([^/]+)\/(.+)$/.exec(principalArn);
  if (role === null) {
    const userName = principalArn.slice(principalArn.lastIndexOf('/') + 1);
    return { type: 'IAMUser', principalId: userName, userName, ...shared };
  }
  const [, roleName = '', sessionName = ''] = role;
  return {
    type: 'AssumedRole',
    principalId: `${roleName}:${sessionName}`,
    ...shared,
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: roleName,
        arn: `arn:aws:iam::${account}:role/${roleName}`,
        accountId: account,
        userName: roleName,
      },
      attributes: { mfaAuthenticated: 'false' },
    },
  };
}
