import * as z from 'zod';
import type { Random } from '../service.ts';

/** `GenerateSecretString` of `AWS::SecretsManager::Secret`. */
export const generateSecretString = z.object({
  PasswordLength: z.coerce.number().int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludePunctuation: z.boolean().default(false),
  IncludeSpace: z.boolean().default(false),
  RequireEachIncludedType: z.boolean().default(true),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});

/** A password by these rules, or the template with the password under its key. */
export function generateSecret(rules: z.output<typeof generateSecretString>, random: Random): string {
  const kinds = [
    rules.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    rules.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    rules.ExcludeNumbers ? '' : '0123456789',
    rules.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    rules.IncludeSpace ? ' ' : '',
  ]
    .map((kind) => kind.split('').filter((character) => !rules.ExcludeCharacters.includes(character)))
    .filter((kind) => kind.length > 0);
  const all = kinds.flat();
  const pick = (from: readonly string[]): string => from[Math.floor(random.next() * from.length)] ?? '';
  const password = Array.from({ length: rules.PasswordLength }, () => pick(all));
  if (rules.RequireEachIncludedType && rules.PasswordLength >= kinds.length) {
    const places = shuffled(
      password.map((_character, index) => index),
      random,
    );
    for (const [index, kind] of kinds.entries()) password[places[index]!] = pick(kind);
  }
  if (rules.SecretStringTemplate === undefined || rules.GenerateStringKey === undefined)
    return password.join('');
  const template = z.record(z.string(), z.json()).parse(JSON.parse(rules.SecretStringTemplate));
  return JSON.stringify({ ...template, [rules.GenerateStringKey]: password.join('') });
}

function shuffled(items: number[], random: Random): number[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random.next() * (index + 1));
    const kept = items[index]!;
    items[index] = items[other]!;
    items[other] = kept;
  }
  return items;
}
