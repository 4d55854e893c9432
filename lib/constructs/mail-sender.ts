import { ArnFormat, Stack } from 'aws-cdk-lib';
import {
  CfnConfigurationSet,
  CfnConfigurationSetEventDestination,
  CfnEmailIdentity,
} from 'aws-cdk-lib/aws-ses';
import type { EventPattern } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import type { Permission } from '../permission.ts';

/** What became of a mail, as SES names it on the account's default bus. */
const outcomes = ['SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT'];

/** The lender's mail domain and what SES tells of each mail sent from it. */
export class MailSender extends Construct {
  readonly from: string;
  readonly configurationSet: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const stack = HouseStack.holding(this);
    this.from = stack.stage.lender.mailFrom;
    this.configurationSet = stack.named('mail');
    new CfnEmailIdentity(this, 'Domain', { emailIdentity: this.domain });
    const set = new CfnConfigurationSet(this, 'Set', {
      name: this.configurationSet,
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
    const destination = new CfnConfigurationSetEventDestination(this, 'Outcomes', {
      configurationSetName: this.configurationSet,
      eventDestination: {
        name: 'outcomes',
        enabled: true,
        matchingEventTypes: outcomes,
        eventBridgeDestination: {
          eventBusArn: stack.formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' }),
        },
      },
    });
    destination.addResourceDependency(set);
  }

  private get domain(): string {
    return this.from.split('@')[1] ?? '';
  }

  /** For a function that sends: from the lender's address only, through this configuration set. */
  sends(): Permission {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({
        service: 'ses',
        resource,
        resourceName,
        arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
      });
    return {
      actions: ['ses:SendEmail'],
      resources: [arn('identity', this.domain), arn('configuration-set', this.configurationSet)],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    };
  }

  /** For a `QueueConsumer` without bus: outcomes of mails of this stage. */
  tells(): { pattern: EventPattern } {
    return {
      pattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSet] } } },
      },
    };
  }
}
