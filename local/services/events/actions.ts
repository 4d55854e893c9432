import * as z from 'zod';
import { action, type Actions } from '../aws-json.ts';
import { AwsError, type Json } from '../service.ts';
import type { Archive } from './archives.ts';
import type { EventsEngine } from './engine.ts';
import { eventPattern } from './pattern.ts';
import { putEvents, putEventsInput } from './put-events.ts';
import type { Replay } from './replays.ts';
import { busNameOf, targets, type Rule } from './rule.ts';

const bus = z.string().default('default').transform(busNameOf);
const named = z.object({ Name: z.string(), EventBusName: bus });

/** Events themselves, buses and rules. */
export function eventActions(engine: EventsEngine): Actions {
  return {
    PutEvents: action(putEventsInput, (input) => putEvents(engine, input)),
    TestEventPattern: action(z.object({ EventPattern: z.string(), Event: z.string() }), (input) => ({
      Result: eventPattern(input.EventPattern)(JSON.parse(input.Event) as Json),
    })),
    CreateEventBus: action(z.object({ Name: z.string() }), ({ Name }) => {
      if (engine.buses().includes(Name))
        throw new AwsError('ResourceAlreadyExistsException', `Event bus ${Name} already exists.`);
      engine.addBus(Name);
      return { EventBusArn: engine.busArn(Name) };
    }),
    DescribeEventBus: action(z.object({ Name: bus }), ({ Name }) => {
      engine.rules(Name);
      return { Name, Arn: engine.busArn(Name) };
    }),
    ListEventBuses: action(z.object({ NamePrefix: z.string().default('') }), ({ NamePrefix }) => ({
      EventBuses: engine
        .buses()
        .filter((name) => name.startsWith(NamePrefix))
        .map((name) => ({ Name: name, Arn: engine.busArn(name) })),
    })),
    ...ruleActions(engine),
  };
}

function ruleActions(engine: EventsEngine): Actions {
  const setEnabled = (input: z.output<typeof named>, enabled: boolean): void => {
    engine.putRule({ ...engine.rule(input.EventBusName, input.Name), enabled });
  };
  return {
    PutRule: action(
      named.extend({
        EventPattern: z.string().optional(),
        ScheduleExpression: z.string().optional(),
        State: z.string().default('ENABLED'),
        Description: z.string().optional(),
      }),
      (input) => {
        const arn = engine.ruleArn(input.EventBusName, input.Name);
        const known = engine.rules(input.EventBusName).find(({ name }) => name === input.Name);
        engine.putRule({
          name: input.Name,
          arn,
          bus: input.EventBusName,
          pattern: input.EventPattern,
          schedule: input.ScheduleExpression,
          description: input.Description,
          enabled: input.State !== 'DISABLED',
          targets: known?.targets ?? [],
        });
        return { RuleArn: arn };
      },
    ),
    PutTargets: action(z.object({ Rule: z.string(), EventBusName: bus, Targets: targets }), (input) => {
      const rule = engine.rule(input.EventBusName, input.Rule);
      const kept = rule.targets.filter(({ Id }) => !input.Targets.some((target) => target.Id === Id));
      engine.putRule({ ...rule, targets: [...kept, ...input.Targets] });
      return { FailedEntryCount: 0, FailedEntries: [] };
    }),
    RemoveTargets: action(
      z.object({ Rule: z.string(), EventBusName: bus, Ids: z.array(z.string()) }),
      (input) => {
        const rule = engine.rule(input.EventBusName, input.Rule);
        engine.putRule({ ...rule, targets: rule.targets.filter(({ Id }) => !input.Ids.includes(Id)) });
        return { FailedEntryCount: 0, FailedEntries: [] };
      },
    ),
    DeleteRule: action(named, (input) => engine.removeRule(input.EventBusName, input.Name)),
    DescribeRule: action(named, (input) => shownRule(engine.rule(input.EventBusName, input.Name))),
    ListRules: action(z.object({ NamePrefix: z.string().default(''), EventBusName: bus }), (input) => ({
      Rules: engine
        .rules(input.EventBusName)
        .filter(({ name }) => name.startsWith(input.NamePrefix))
        .map(shownRule),
    })),
    ListTargetsByRule: action(z.object({ Rule: z.string(), EventBusName: bus }), (input) => ({
      Targets: engine.rule(input.EventBusName, input.Rule).targets,
    })),
    EnableRule: action(named, (input) => setEnabled(input, true)),
    DisableRule: action(named, (input) => setEnabled(input, false)),
  };
}

/** Archives and replays. */
export function archiveActions(engine: EventsEngine): Actions {
  return {
    DescribeArchive: action(z.object({ ArchiveName: z.string() }), (input) =>
      shownArchive(engine.archives.find(input.ArchiveName)),
    ),
    ListArchives: action(z.object({}), () => ({ Archives: engine.archives.list().map(shownArchive) })),
    StartReplay: action(
      z.object({
        ReplayName: z.string(),
        EventSourceArn: z.string(),
        EventStartTime: z.number(),
        EventEndTime: z.number(),
        Destination: z.object({ Arn: z.string(), FilterArns: z.array(z.string()).default([]) }),
      }),
      (input) => {
        const replay = engine.replays.start({
          name: input.ReplayName,
          archiveArn: input.EventSourceArn,
          busArn: input.Destination.Arn,
          ruleArns: input.Destination.FilterArns,
          fromMs: input.EventStartTime * 1000,
          toMs: input.EventEndTime * 1000,
        });
        return { ReplayArn: replay.arn, State: replay.state, ReplayStartTime: replay.startedAt / 1000 };
      },
    ),
    DescribeReplay: action(z.object({ ReplayName: z.string() }), (input) =>
      shownReplay(engine.replays.find(input.ReplayName)),
    ),
    CancelReplay: action(z.object({ ReplayName: z.string() }), (input) => {
      const replay = engine.replays.cancel(input.ReplayName);
      return { ReplayArn: replay.arn, State: replay.state };
    }),
  };
}

function shownRule(rule: Rule): Record<string, unknown> {
  return {
    Name: rule.name,
    Arn: rule.arn,
    EventBusName: rule.bus,
    EventPattern: rule.pattern,
    ScheduleExpression: rule.schedule,
    Description: rule.description,
    State: rule.enabled ? 'ENABLED' : 'DISABLED',
  };
}

function shownArchive(archive: Archive): Record<string, unknown> {
  return {
    ArchiveArn: archive.arn,
    ArchiveName: archive.name,
    EventSourceArn: archive.sourceArn,
    EventPattern: archive.pattern,
    RetentionDays: archive.retentionDays,
    State: 'ENABLED',
    CreationTime: archive.createdAt / 1000,
  };
}

function shownReplay(replay: Replay): Record<string, unknown> {
  const seconds = (at: number | undefined): number | undefined => (at === undefined ? undefined : at / 1000);
  return {
    ReplayName: replay.name,
    ReplayArn: replay.arn,
    State: replay.state,
    EventSourceArn: replay.archiveArn,
    Destination: { Arn: replay.busArn, FilterArns: replay.ruleArns },
    EventStartTime: seconds(replay.fromMs),
    EventEndTime: seconds(replay.toMs),
    EventLastReplayedTime: seconds(replay.lastEventAt),
    ReplayStartTime: seconds(replay.startedAt),
    ReplayEndTime: seconds(replay.endedAt),
  };
}
