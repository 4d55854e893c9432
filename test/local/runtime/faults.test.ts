import { describe, expect, it } from 'vitest';
import { faultRuleSchema, faultRules, type FaultSubject } from '../../../local/runtime/faults.ts';
import { seededRandom } from '../../../local/runtime/random.ts';

const write: FaultSubject = {
  service: 'dynamodb',
  operation: 'TransactWriteItems',
  isWrite: true,
  functionName: 'keyturn-local-loans-api',
};
const by = (invocationId: string): FaultSubject => ({ ...write, invocationId });
const read: FaultSubject = { ...write, operation: 'GetItem', isWrite: false };

function hits(rule: object, subjects: FaultSubject[]): boolean[] {
  const faults = faultRules(seededRandom(1));
  faults.add(faultRuleSchema.parse(rule));
  return subjects.map((subject) => faults.take(subject) !== undefined);
}

describe('a fault rule', () => {
  it.each<[string, object, FaultSubject[], boolean[]]>([
    ['hits once unless told otherwise', { effect: 'throttle' }, [write, write], [true, false]],
    [
      'hits without end with times 0',
      { effect: 'throttle', times: 0 },
      [write, write, write],
      [true, true, true],
    ],
    [
      'lets calls pass first',
      { effect: 'crash', skip: 2 },
      [write, write, write, write],
      [false, false, true, false],
    ],
    [
      'counts only the calls it is about',
      { effect: 'crash', operation: 'write', skip: 1 },
      [write, read, read, write],
      [false, false, false, true],
    ],
    ['is about one operation', { effect: 'error', operation: 'GetItem' }, [write, read], [false, true]],
    ['is about one service', { effect: 'error', service: 's3' }, [write], [false]],
    [
      'is about functions by part of their name',
      { effect: 'error', function: 'loans-api' },
      [{ ...write, functionName: 'other' }, { ...write, functionName: undefined }, write],
      [false, false, true],
    ],
    [
      'hits the nth call of any one invocation, however many others call between',
      { effect: 'crash', operation: 'write', inInvocation: 1 },
      [by('a'), by('b'), { ...read, invocationId: 'a' }, by('a'), by('b')],
      [false, false, false, true, false],
    ],
    [
      'about invocations never hits a call of no function',
      { effect: 'crash', inInvocation: 0 },
      [write, by('a')],
      [false, true],
    ],
    ['never hits a call when it is about webhooks', { effect: 'dropWebhook', times: 0 }, [write], [false]],
  ])('%s', (_, rule, subjects, expected) => {
    expect(hits(rule, subjects)).toEqual(expected);
  });

  it('hits about as often as its probability says', () => {
    const count = hits(
      { effect: 'timeout', times: 0, probability: 0.3 },
      Array.from({ length: 1000 }, () => write),
    ).filter(Boolean).length;
    expect(count).toBeGreaterThan(240);
    expect(count).toBeLessThan(360);
  });
});
