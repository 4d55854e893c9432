import { describe, expect, it } from 'vitest';
import { isReviewed, readRequest } from '../../../tools/deploy/request.ts';

describe('what is asked of a deployment', () => {
  it.each([
    [['dev'], { stage: 'dev', stacks: [] }],
    [['dev', '--stacks', 'data,loans'], { stage: 'dev', stacks: ['data', 'loans'] }],
    [['--stacks', 'api', 'prod'], { stage: 'prod', stacks: ['api'] }],
    [
      ['staging', '--execute', 'keyturn-0123456789ab'],
      { stage: 'staging', stacks: [], execute: 'keyturn-0123456789ab' },
    ],
  ])('%j', (args, request) => expect(readRequest(args)).toEqual(request));

  it.each([
    [[], 'Which stage? dev, staging, prod.'],
    [['moon'], 'Unknown stage "moon". Valid stages: dev, staging, prod.'],
    [['local'], 'Stage "local" runs on this machine: npm start.'],
    [['dev', 'prod'], 'What is "prod"?'],
    [['prod', '--force'], 'Unknown option "--force".'],
    [['prod', '--stacks'], '--stacks needs a value.'],
    [['prod', '--execute', '--stacks'], '--execute needs a value.'],
    [['dev', '--execute', 'keyturn-0123456789ab'], 'it has no change sets to execute'],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(() => readRequest(args)).toThrow(sentence);
  });

  it('staging and prod are looked at before they change', () => {
    expect([isReviewed('dev'), isReviewed('staging'), isReviewed('prod')]).toEqual([false, true, true]);
  });
});
