import { Duration } from 'aws-cdk-lib';
import { Archive, Match, type IEventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { HouseStack } from './house-stack.ts';
import type { Stage } from './stages.ts';

/** Every event, kept to be replayed: how a new consumer learns the past and a repaired one catches up. */
export class ArchiveStack extends HouseStack {
  constructor(scope: Construct, stage: Stage, { bus }: { bus: IEventBus }) {
    super(scope, 'archive', { stage, description: 'Keyturn: archive of events for replay' });
    new Archive(this, 'Events', {
      archiveName: this.named('events'),
      sourceEventBus: bus,
      eventPattern: { source: Match.prefix('keyturn.') },
      retention: Duration.days(stage.eventArchiveDays),
    });
  }
}
