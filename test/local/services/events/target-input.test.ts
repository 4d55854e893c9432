import { describe, expect, it } from 'vitest';
import { targetInput, type InputShape } from '../../../../local/services/events/target-input.ts';
import type { Json } from '../../../../local/services/service.ts';

const event: Json = {
  id: 'e1',
  source: 'keyturn.loans',
  detail: { loan: 'l1', stage: 'PROCESSING', tags: ['a', 'b'], party: { name: 'Avery "A" Sample' } },
};
const rule = { arn: 'arn:rule', name: 'on-stage', ingestedAt: '2026-03-02T15:00:00.000Z' };
const paths = {
  loan: '$.detail.loan',
  tags: '$.detail.tags',
  second: '$.detail.tags[1]',
  party: '$.detail.party',
  name: '$.detail.party.name',
  none: '$.detail.none',
};
const template = (InputTemplate: string): InputShape => ({
  InputTransformer: { InputPathsMap: paths, InputTemplate },
});

describe('what a target gets', () => {
  it.each<[string, InputShape, Json]>([
    ['the whole event by default', {}, event],
    ['a constant', { Input: '{"fixed":1}' }, { fixed: 1 }],
    ['a part by path', { InputPath: '$.detail.party' }, { name: 'Avery "A" Sample' }],
    [
      'strings quoted outside quotes',
      template('{"loan": <loan>, "second": <second>}'),
      { loan: 'l1', second: 'b' },
    ],
    [
      'strings as text inside quotes',
      template('{"text": "loan <loan> of <name>"}'),
      { text: 'loan l1 of Avery "A" Sample' },
    ],
    [
      'objects and lists as JSON',
      template('{"party": <party>, "tags": <tags>}'),
      { party: { name: 'Avery "A" Sample' }, tags: ['a', 'b'] },
    ],
    ['plain text', template('"loan <loan> moved"'), 'loan l1 moved'],
    [
      'null where nothing is found',
      template('{"none": <none>, "text": "[<none>]"}'),
      { none: null, text: '[]' },
    ],
    [
      'what the rule knows',
      template('{"rule": <aws.events.rule-name>, "at": "<aws.events.event.ingestion-time>"}'),
      { rule: 'on-stage', at: rule.ingestedAt },
    ],
    ['the whole event in a template', template('{"e": <aws.events.event.json>}'), { e: event }],
    ['unknown variables untouched', template('"<other>"'), '<other>'],
  ])('is %s', (_title, shape, expected) => {
    expect(targetInput(shape, event, rule)).toEqual(expected);
  });
});
