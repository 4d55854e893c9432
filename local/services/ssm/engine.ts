import { createCipheriv } from 'node:crypto';
import * as z from 'zod';
import { AwsError, type EngineContext, type ResolvedResource } from '../service.ts';

export const parameterType = z.enum(['String', 'StringList', 'SecureString']);

export interface Parameter {
  name: string;
  type: z.output<typeof parameterType>;
  value: string;
  version: number;
  changedAt: number;
  description?: string | undefined;
}

const parameterProperties = z.object({
  Name: z.string().optional(),
  Type: parameterType.default('String'),
  Value: z.string(),
  Description: z.string().optional(),
});

/** Parameters by name; each change is a new version, of which the newest is kept. */
export class ParametersEngine {
  readonly #context: EngineContext;

  constructor(context: EngineContext) {
    this.#context = context;
  }

  provision({ type, properties, ref }: ResolvedResource): void {
    if (type !== 'AWS::SSM::Parameter') return;
    const { Name = ref, Type, Value, Description } = parameterProperties.parse(properties);
    const existing = this.#lookUp(Name);
    if (existing?.value === Value && existing.type === Type) return;
    this.put({ name: Name, type: Type, value: Value, description: Description }, true);
  }

  /** Throws `ParameterAlreadyExists` unless it may be overwritten. */
  put(given: Omit<Parameter, 'version' | 'changedAt'>, overwrite: boolean): Parameter {
    const existing = this.#lookUp(given.name);
    if (existing !== undefined && !overwrite)
      throw new AwsError(
        'ParameterAlreadyExists',
        'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
      );
    if (given.value.length > 4096)
      throw new AwsError(
        'ValidationException',
        'Standard tier parameters support a maximum parameter value of 4096 characters.',
      );
    const parameter = {
      ...given,
      version: (existing?.version ?? 0) + 1,
      changedAt: this.#context.clock.now(),
    };
    this.#context.store.put('ssm.parameter', given.name, parameter);
    return parameter;
  }

  /** By name or ARN. Throws `ParameterNotFound`. */
  get(nameOrArn: string): Parameter {
    const parameter = this.find(nameOrArn);
    if (parameter === undefined) throw new AwsError('ParameterNotFound', `Parameter ${nameOrArn} not found.`);
    return parameter;
  }

  find(nameOrArn: string): Parameter | undefined {
    const name = nameOrArn.startsWith('arn:') ? nameOrArn.split(':parameter')[1]! : nameOrArn;
    return this.#lookUp(name) ?? this.#lookUp(name.replace(/^\//, ''));
  }

  under(path: string, recursive: boolean): Parameter[] {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    return this.#context.store
      .list<Parameter>('ssm.parameter', { prefix })
      .map(([, parameter]) => parameter)
      .filter(({ name }) => recursive || !name.slice(prefix.length).includes('/'));
  }

  delete(name: string): void {
    this.#context.store.delete('ssm.parameter', this.get(name).name);
  }

  arnOf(name: string): string {
    const { region, account } = this.#context;
    return `arn:aws:ssm:${region}:${account}:parameter${name.startsWith('/') ? '' : '/'}${name}`;
  }

  /** A secure value as a caller sees it that does not ask for decryption. */
  sealed(value: string): string {
    const cipher = createCipheriv('aes-256-gcm', this.#key(), this.#context.random.bytes(12));
    const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return body.toString('base64');
  }

  #key(): Buffer {
    const kept = this.#context.store.get<string>('ssm.key', 'default');
    const key = kept ?? Buffer.from(this.#context.random.bytes(32)).toString('base64');
    if (kept === undefined) this.#context.store.put('ssm.key', 'default', key);
    return Buffer.from(key, 'base64');
  }

  #lookUp(name: string): Parameter | undefined {
    return this.#context.store.get<Parameter>('ssm.parameter', name);
  }
}
