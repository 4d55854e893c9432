import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventPattern } from '../../../../local/services/events/pattern.ts';
import type { Json } from '../../../../local/services/service.ts';

/** After the examples of "Comparison operators" and "Event patterns" in the EventBridge user guide. */
const cases: [title: string, pattern: Json, event: Json, matches: boolean][] = [
  ['equals', { source: ['aws.ec2'] }, { source: 'aws.ec2' }, true],
  ['equals one of several', { state: ['running', 'pending'] }, { state: 'pending' }, true],
  ['equals none', { state: ['running'] }, { state: 'stopped' }, false],
  ['and over fields', { a: ['x'], b: ['y'] }, { a: 'x', b: 'z' }, false],
  ['nested', { detail: { state: ['terminated'] } }, { detail: { state: 'terminated' } }, true],
  ['null', { responseElements: [null] }, { responseElements: null }, true],
  ['null is not absent', { responseElements: [null] }, {}, false],
  ['empty string', { eventVersion: [''] }, { eventVersion: '' }, true],
  ['boolean', { a: [true] }, { a: true }, true],
  ['number is not its text', { a: [5] }, { a: '5' }, false],
  ['array field holds one of the values', { resources: ['b'] }, { resources: ['a', 'b'] }, true],
  ['array field holds none', { resources: ['c'] }, { resources: ['a', 'b'] }, false],
  ['prefix', { region: [{ prefix: 'ca-' }] }, { region: 'ca-central-1' }, true],
  [
    'prefix ignoring case',
    { service: [{ prefix: { 'equals-ignore-case': 'EventB' } }] },
    { service: 'eventbridge' },
    true,
  ],
  ['prefix of a number', { a: [{ prefix: '1' }] }, { a: 12 }, false],
  ['suffix', { file: [{ suffix: '.png' }] }, { file: 'cat.png' }, true],
  [
    'suffix ignoring case',
    { file: [{ suffix: { 'equals-ignore-case': '.png' } }] },
    { file: 'cat.PNG' },
    true,
  ],
  ['equals-ignore-case', { type: [{ 'equals-ignore-case': 'alice' }] }, { type: 'ALICE' }, true],
  ['wildcard', { path: [{ wildcard: 'dir/*.png' }] }, { path: 'dir/a/b.png' }, true],
  ['wildcard in the middle', { bucket: [{ wildcard: '*/Users/*/x' }] }, { bucket: 'a/Users/me/y' }, false],
  ['wildcard of an escaped star', { a: [{ wildcard: 'x\\*y' }] }, { a: 'x*y' }, true],
  ['wildcard of an escaped star is literal', { a: [{ wildcard: 'x\\*y' }] }, { a: 'xzy' }, false],
  ['wildcard escapes what regular expressions mean', { a: [{ wildcard: 'a.c*' }] }, { a: 'abcd' }, false],
  ['anything-but', { state: [{ 'anything-but': 'initializing' }] }, { state: 'running' }, true],
  ['anything-but itself', { state: [{ 'anything-but': 'initializing' }] }, { state: 'initializing' }, false],
  ['anything-but needs the field', { state: [{ 'anything-but': 'initializing' }] }, {}, false],
  [
    'anything-but list',
    { state: [{ 'anything-but': ['stopped', 'overloaded'] }] },
    { state: 'stopped' },
    false,
  ],
  ['anything-but numbers', { limit: [{ 'anything-but': [100, 200] }] }, { limit: 300 }, true],
  ['anything-but prefix', { state: [{ 'anything-but': { prefix: 'init' } }] }, { state: 'initial' }, false],
  [
    'anything-but prefixes',
    { state: [{ 'anything-but': { prefix: ['init', 'error'] } }] },
    { state: 'errors' },
    false,
  ],
  ['anything-but suffix', { file: [{ 'anything-but': { suffix: '.txt' } }] }, { file: 'a.txt' }, false],
  [
    'anything-but suffixes',
    { file: [{ 'anything-but': { suffix: ['.txt', '.rtf'] } }] },
    { file: 'a.png' },
    true,
  ],
  [
    'anything-but ignoring case',
    { state: [{ 'anything-but': { 'equals-ignore-case': ['Init', 'Stop'] } }] },
    { state: 'STOP' },
    false,
  ],
  [
    'anything-but wildcard',
    { path: [{ 'anything-but': { wildcard: '*/lib/*' } }] },
    { path: 'a/lib/b' },
    false,
  ],
  ['numeric equal', { x: [{ numeric: ['=', 301.8] }] }, { x: 301.8 }, true],
  ['numeric range', { c: [{ numeric: ['>', 0, '<=', 5] }] }, { c: 5 }, true],
  ['numeric range, open end', { c: [{ numeric: ['>', 0, '<', 5] }] }, { c: 5 }, false],
  ['numeric of text', { c: [{ numeric: ['>', 0] }] }, { c: '3' }, false],
  ['exists', { detail: { state: [{ exists: true }] } }, { detail: { state: 'x' } }, true],
  ['exists with null', { state: [{ exists: true }] }, { state: null }, true],
  ['exists of a node that is no leaf', { detail: [{ exists: true }] }, { detail: { a: 1 } }, false],
  ['absent', { 'replay-name': [{ exists: false }] }, { id: 'x' }, true],
  ['absent but there', { 'replay-name': [{ exists: false }] }, { 'replay-name': 'r' }, false],
  ['absent within an absent object', { a: { b: [{ exists: false }] } }, {}, true],
  ['cidr v4', { ip: [{ cidr: '10.0.0.0/24' }] }, { ip: '10.0.0.255' }, true],
  ['cidr v4 outside', { ip: [{ cidr: '10.0.0.0/24' }] }, { ip: '10.0.1.0' }, false],
  ['cidr v6', { ip: [{ cidr: '2001:db8::/32' }] }, { ip: '2001:db8::1' }, true],
  [
    'several operators in a list are alternatives',
    { c: [{ prefix: 'a' }, { numeric: ['>', 5] }] },
    { c: 6 },
    true,
  ],
  ['$or first', { $or: [{ a: ['x'] }, { b: ['y'] }] }, { a: 'x' }, true],
  ['$or none', { $or: [{ a: ['x'] }, { b: ['y'] }] }, { a: 'y' }, false],
  ['$or beside a field', { s: ['t'], $or: [{ a: ['x'] }, { b: ['y'] }] }, { s: 'u', a: 'x' }, false],
  [
    '$or nested',
    { detail: { $or: [{ c: [{ numeric: ['>', 9] }] }, { d: [{ exists: false }] }] } },
    { detail: { c: 1 } },
    true,
  ],
  [
    'array of objects, one element',
    { items: { sku: ['a'], qty: [1] } },
    { items: [{ sku: 'a', qty: 1 }] },
    true,
  ],
  [
    'array of objects, never across elements',
    { items: { sku: ['a'], qty: [2] } },
    {
      items: [
        { sku: 'a', qty: 1 },
        { sku: 'b', qty: 2 },
      ],
    },
    false,
  ],
  ['array of arrays', { a: ['x'] }, { a: [['x'], ['y']] }, true],
  ['inherited names are not fields', { constructor: [{ exists: true }] }, {}, false],
];

describe('an event pattern', () => {
  it.each(cases)('%s', (_title, pattern, event, matches) => {
    expect(eventPattern(pattern)(event)).toBe(matches);
    expect(eventPattern(JSON.stringify(pattern))(event)).toBe(matches);
  });

  it.each<[Json, string]>([
    [{}, 'Empty objects'],
    [{ a: [] }, 'Empty arrays'],
    [{ a: 'x' }, 'must be an object or an array'],
    [{ a: [{ prefix: 'x', suffix: 'y' }] }, 'Only one key'],
    [{ a: [{ like: 'x' }] }, 'Unrecognized match type like'],
    [{ a: [{ numeric: ['!', 1] }] }, 'operator'],
    [{ a: [{ numeric: ['<', 1, '>', 0] }] }, 'lower bound'],
    [{ a: [{ exists: 'yes' }] }, 'true or false'],
    [{ a: [{ wildcard: 'x**' }] }, 'Consecutive'],
    [{ a: [{ cidr: '10.0.0.0/40' }] }, 'CIDR'],
    [{ a: [{ 'anything-but': [] }] }, 'anything-but'],
    ['not json', 'JSON'],
  ])('refuses %j', (pattern, reason) => {
    expect(() => eventPattern(pattern)).toThrow(
      expect.objectContaining({
        code: 'InvalidEventPatternException',
        message: expect.stringContaining(reason),
      }),
    );
  });

  it('made of an event\u2019s own values matches that event', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const event = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), leaf, { minKeys: 1 });
    fc.assert(
      fc.property(event, (fields) => {
        const pattern = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
        expect(eventPattern(pattern)(fields)).toBe(true);
      }),
    );
  });

  it('with anything-but holds for a present text exactly when the value itself does not', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (wanted, found) => {
        const but = eventPattern({ a: [{ 'anything-but': wanted }] })({ a: found });
        expect(but).toBe(!eventPattern({ a: [wanted] })({ a: found }));
      }),
    );
  });
});
