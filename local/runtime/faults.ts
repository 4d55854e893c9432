import * as z from 'zod';
import type { Random } from '../services/service.ts';

/** What goes wrong with one AWS call or one webhook. */
const effectSchema = z.enum([
  /** The call is refused as the service refuses too many. */
  'throttle',
  /** DynamoDB refuses the write for a transaction on the same item. */
  'conflict',
  /** The call fails inside the service, and nothing was done. */
  'error',
  /** The call is done, and its answer comes `delayMs` late. */
  'timeout',
  /** The call is done, then the process that made it is killed before it hears of it. */
  'crash',
  /** The process that makes the call is killed, and nothing is done. */
  'crashBefore',
  /** A partner's webhook never arrives. */
  'dropWebhook',
  /** A partner's webhook arrives twice. */
  'duplicateWebhook',
  /** A partner's webhook arrives `delayMs` late. */
  'delayWebhook',
]);

export const faultRuleSchema = z.strictObject({
  effect: effectSchema,
  /** `dynamodb`, `s3`, ...; for webhooks the partner's name. */
  service: z.string().optional(),
  /** An operation's name, or `write` for all that change something. */
  operation: z.string().optional(),
  /** Part of the name of the function that makes the call. */
  function: z.string().optional(),
  /** Matching calls that pass before the first that is hit: `skip: 2` hits the third. */
  skip: z.int().min(0).default(0),
  /** Hits only the nth such call that one invocation of a function makes, from 0; `skip` then counts these. */
  inInvocation: z.int().min(0).optional(),
  /** Calls that are hit; 0 is without end. */
  times: z.int().min(0).default(1),
  probability: z.number().min(0).max(1).default(1),
  delayMs: z.int().min(0).default(5000),
});

export type FaultRule = z.output<typeof faultRuleSchema>;

export interface FaultSubject {
  service: string;
  operation: string;
  isWrite: boolean;
  functionName: string | undefined;
  /** The request id under which the function works; absent where no function calls. */
  invocationId?: string | undefined;
}

export interface Faults {
  add(rule: FaultRule): void;
  /** All rules with how many calls each has let pass and hit. */
  list(): (FaultRule & { passed: number; hits: number })[];
  clear(): void;
  /** The first rule that hits this call, counted as used; most calls meet none. */
  take(subject: FaultSubject, among?: (rule: FaultRule) => boolean): FaultRule | undefined;
}

/** Rules of the running cloud only; a restart forgets them. */
export function faultRules(random: Random): Faults {
  let rules: LiveRule[] = [];
  return {
    add: (rule) => void rules.push({ ...rule, passed: 0, hits: 0, callsOf: new Map() }),
    list: () => rules.map(({ callsOf: _callsOf, ...rule }) => rule),
    clear: () => {
      rules = [];
    },
    take: (subject, among = (rule) => !rule.effect.endsWith('Webhook')) => {
      // Each rule counts the calls of an invocation, also those that another rule hits.
      const met = rules.filter((rule) => among(rule) && covers(rule, subject) && isPlace(rule, subject));
      for (const rule of met) {
        if (rule.times > 0 && rule.hits >= rule.times) continue;
        if (rule.passed < rule.skip) {
          rule.passed += 1;
          continue;
        }
        if (rule.probability < 1 && random.next() >= rule.probability) continue;
        rule.hits += 1;
        return rule;
      }
      return undefined;
    },
  };
}

interface LiveRule extends FaultRule {
  passed: number;
  hits: number;
  /** Calls it is about so far, by invocation. */
  callsOf: Map<string, number>;
}

function isPlace({ inInvocation, times, hits, callsOf }: LiveRule, { invocationId }: FaultSubject): boolean {
  if (inInvocation === undefined) return true;
  if (invocationId === undefined || (times > 0 && hits >= times)) return false;
  const place = callsOf.get(invocationId) ?? 0;
  callsOf.set(invocationId, place + 1);
  return place === inInvocation;
}

function covers(rule: FaultRule, subject: FaultSubject): boolean {
  if (rule.service !== undefined && rule.service !== subject.service) return false;
  if (rule.function !== undefined && subject.functionName?.includes(rule.function) !== true) return false;
  if (rule.operation === undefined) return true;
  return rule.operation === 'write' ? subject.isWrite : rule.operation === subject.operation;
}
