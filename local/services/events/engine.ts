import { AwsError, type EngineContext, type Json, type ResolvedResource } from '../service.ts';
import { Archives } from './archives.ts';
import { Deliveries, type Delivery } from './deliveries.ts';
import { eventTime, type Envelope } from './envelope.ts';
import { eventPattern, type EventTest } from './pattern.ts';
import { Replays } from './replays.ts';
import {
  archiveProperties,
  busNameOf,
  busProperties,
  ruleProperties,
  type Rule,
  type Target,
} from './rule.ts';
import { Schedules } from './schedules.ts';

interface OpenRule {
  rule: Rule;
  test: EventTest | undefined;
}

/** Buses, rules and what passes over them. An accepted event is stored for every target before it is answered. */
export class EventsEngine {
  readonly deliveries: Deliveries;
  readonly archives: Archives;
  readonly replays: Replays;
  readonly #context: EngineContext;
  readonly #schedules: Schedules;
  /** Bus name -> rule name -> rule. */
  readonly #buses = new Map<string, Map<string, OpenRule>>([['default', new Map()]]);

  constructor(context: EngineContext) {
    this.#context = context;
    this.deliveries = new Deliveries(context, (busArn, event, hops) => {
      this.accept(busNameOf(busArn), [event], { hops });
    });
    this.archives = new Archives(context);
    this.replays = new Replays(context, this.archives, (busArn, event, ruleArns) => {
      this.accept(busNameOf(busArn), [event], { ruleArns });
    });
    this.#schedules = new Schedules(context, (rule, at) => this.#fireSchedule(rule, at));
    for (const [name] of context.store.list('events.bus')) this.#buses.set(name, new Map());
    for (const [, rule] of context.store.list<Rule>('events.rule')) this.#open(rule);
  }

  provision(resource: ResolvedResource): void {
    const { properties, type } = resource;
    if (type === 'AWS::Events::EventBus') this.addBus(busProperties.parse(properties).Name ?? resource.ref);
    if (type === 'AWS::Events::Rule') {
      const { EventPattern: pattern, Name, Targets, ...given } = ruleProperties.parse(properties);
      const bus = busNameOf(given.EventBusName);
      const arn = resource.attributes['Arn'];
      const name = Name ?? arn?.split('/').at(-1) ?? resource.ref.split('|').at(-1) ?? resource.logicalId;
      this.putRule({
        name,
        arn: arn ?? this.ruleArn(bus, name),
        bus,
        pattern: pattern === undefined || typeof pattern === 'string' ? pattern : JSON.stringify(pattern),
        schedule: given.ScheduleExpression,
        description: given.Description,
        enabled: given.State !== 'DISABLED',
        targets: Targets,
      });
    }
    if (type === 'AWS::Events::Archive') {
      const { ArchiveName, SourceArn, EventPattern, RetentionDays } = archiveProperties.parse(properties);
      this.archives.configure({
        name: ArchiveName ?? resource.ref,
        sourceArn: SourceArn,
        pattern: EventPattern === undefined ? undefined : JSON.stringify(EventPattern),
        retentionDays: RetentionDays,
      });
    }
  }

  addBus(name: string): void {
    if (this.#buses.has(name)) return;
    this.#buses.set(name, new Map());
    this.#context.store.put('events.bus', name, { name });
  }

  buses(): string[] {
    return [...this.#buses.keys()].sort();
  }

  putRule(rule: Rule): void {
    this.#rulesOf(rule.bus);
    this.#open(rule);
    this.#context.store.put('events.rule', `${rule.bus}/${rule.name}`, rule);
    this.#schedules.arm(rule);
  }

  removeRule(bus: string, name: string): void {
    const rule = this.#rulesOf(bus).get(name)?.rule;
    if (rule === undefined) return;
    this.#schedules.disarm(rule.arn);
    this.#rulesOf(bus).delete(name);
    this.#context.store.delete('events.rule', `${bus}/${name}`);
  }

  rules(bus: string): Rule[] {
    return [...this.#rulesOf(bus).values()].map(({ rule }) => rule);
  }

  /** Throws `ResourceNotFoundException`. */
  rule(bus: string, name: string): Rule {
    const found = this.#rulesOf(bus).get(name)?.rule;
    if (found === undefined)
      throw new AwsError('ResourceNotFoundException', `Rule ${name} does not exist on EventBus ${bus}.`);
    return found;
  }

  busArn(name: string): string {
    return `arn:aws:events:${this.#context.region}:${this.#context.account}:event-bus/${name}`;
  }

  ruleArn(bus: string, name: string): string {
    const path = bus === 'default' ? name : `${bus}/${name}`;
    return `arn:aws:events:${this.#context.region}:${this.#context.account}:rule/${path}`;
  }

  /** An event as it stands on a bus, with an id of its own. */
  envelope(given: {
    source: string;
    detailType: string;
    detail: Json;
    resources?: string[];
    timeMs?: number;
  }): Envelope {
    return {
      version: '0',
      id: this.#context.random.uuid(),
      'detail-type': given.detailType,
      source: given.source,
      account: this.#context.account,
      time: eventTime(given.timeMs ?? this.#context.clock.now()),
      region: this.#context.region,
      resources: given.resources ?? [],
      detail: given.detail,
    };
  }

  /** Stores a delivery for each matching target in one transaction, then begins to deliver. A bus that is not there takes nothing, as on AWS. */
  accept(
    bus: string,
    events: readonly Envelope[],
    options: { hops?: number; ruleArns?: readonly string[] } = {},
  ): void {
    const rules = this.#buses.get(bus);
    if (rules === undefined) return;
    const { hops = 0, ruleArns = [] } = options;
    const accepted: Delivery[] = this.#context.store.transaction(() =>
      events.flatMap((event) => {
        this.archives.keep(bus, event);
        const matching = [...rules.values()].filter(
          ({ rule, test }) =>
            rule.enabled &&
            test !== undefined &&
            test(event as Json) &&
            (ruleArns.length === 0 || ruleArns.includes(rule.arn)),
        );
        return this.#toTargets(
          matching.map(({ rule }) => rule),
          event,
          hops,
        );
      }),
    );
    this.deliveries.begin(accepted);
  }

  start(): void {
    for (const rules of this.#buses.values())
      for (const { rule } of rules.values()) this.#schedules.arm(rule);
    this.deliveries.resume();
    this.replays.resume();
  }

  #toTargets(rules: readonly Rule[], event: Envelope, hops: number): Delivery[] {
    return this.deliveries.accept(
      rules.flatMap((rule) =>
        rule.targets.map((target: Target) => ({
          event,
          ruleArn: rule.arn,
          ruleName: rule.name,
          target,
          hops,
        })),
      ),
    );
  }

  #fireSchedule(rule: Rule, atMs: number): void {
    const event = this.envelope({
      source: 'aws.events',
      detailType: 'Scheduled Event',
      detail: {},
      resources: [rule.arn],
      timeMs: atMs,
    });
    this.deliveries.begin(this.#context.store.transaction(() => this.#toTargets([rule], event, 0)));
  }

  #open(rule: Rule): void {
    const test = rule.pattern === undefined ? undefined : eventPattern(rule.pattern);
    const rules = this.#buses.get(rule.bus) ?? new Map<string, OpenRule>();
    this.#buses.set(rule.bus, rules);
    rules.set(rule.name, { rule, test });
  }

  #rulesOf(bus: string): Map<string, OpenRule> {
    const rules = this.#buses.get(bus);
    if (rules === undefined)
      throw new AwsError('ResourceNotFoundException', `Event bus ${bus} does not exist.`);
    return rules;
  }
}
