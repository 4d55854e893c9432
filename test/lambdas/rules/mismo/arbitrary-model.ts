import fc from 'fast-check';
import * as kinds from '../../../../lambdas/rules/mismo/binding/value-kinds.ts';
import type { Field, Fields, ModelOf, Shape } from '../../../../lambdas/rules/mismo/binding/shape.ts';
import type { ValueKind } from '../../../../lambdas/rules/mismo/binding/value-kinds.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const words = fc
  .string({
    unit: fc.constantFrom('a', 'X', ' ', '0', '&', '<', '>', '"', "'", 'é', ';'),
    minLength: 1,
    maxLength: 12,
  })
  .map((each) => each.trim())
  .filter((each) => each !== '');

const made = new Map<ValueKind<unknown>, fc.Arbitrary<unknown>>([
  [kinds.amount, fc.integer({ min: -99_999_999, max: 999_999_999 })],
  [kinds.dollars, fc.integer({ min: -99_999_999, max: 999_999_999 })],
  [kinds.localDatetime, day.map((each) => `${each}T10:00:00`)],
  [kinds.percent, fc.integer({ min: -1_000_000, max: 9_999_999 })],
  [kinds.count, fc.integer({ min: 0, max: 999 })],
  [kinds.indicator, fc.boolean()],
  [kinds.letterIndicator, fc.boolean()],
  [kinds.date, day],
  [kinds.birthDate, day],
  [kinds.datetime, day.map((each) => `${each}T10:00:00Z`)],
  [kinds.taxpayerId, fc.stringMatching(/^\d{9}$/)],
  [kinds.telephone, fc.stringMatching(/^\d{7,10}$/)],
  [kinds.email, fc.stringMatching(/^[a-z]{1,6}@example\.test$/)],
  [kinds.code, fc.stringMatching(/^[A-Za-z0-9]{1,8}$/)],
]);

const valueOf = (kind: ValueKind<unknown>): fc.Arbitrary<unknown> => {
  const { options } = kind.schema as { options?: string[] };
  return made.get(kind) ?? (options ? fc.constantFrom(...options) : words);
};

/** Models of a shape: any of its fields, lists of up to two, nothing kept. */
export function arbitraryModel<F extends Fields>(shape: Shape<F>): fc.Arbitrary<ModelOf<F>> {
  return fields(shape) as fc.Arbitrary<ModelOf<F>>;
}

function fields(shape: Shape<Fields>): fc.Arbitrary<Record<string, unknown>> {
  const each = Object.entries(shape.fields).map(([name, field]) => [name, fieldOf(field)]);
  return fc.record(Object.fromEntries(each) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] });
}

function fieldOf(field: Field): fc.Arbitrary<unknown> {
  if (field.holds === 'value') return valueOf(field.value);
  const things = fields(field.shape);
  return field.holds === 'one' ? things : fc.array(things, { minLength: 1, maxLength: 2 });
}
