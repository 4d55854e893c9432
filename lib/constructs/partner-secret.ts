import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { HouseStack } from '../house-stack.ts';
import type { Permission } from '../permission.ts';

export interface PartnerSecretProps {
  /** Kebab case: the secret is `keyturn-<stage>-<partner>`. */
  partner: string;
  key: IKey;
}

/**
 * What a partner gave us to sign in with: `{clientId, clientSecret}`. The template makes a random one, so that a stage
 * stands without the partner; an operator puts the real one in its place, and a deploy leaves it alone.
 */
export class PartnerSecret extends Construct {
  readonly secretId: string;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { partner, key }: PartnerSecretProps) {
    super(scope, id);
    const stack = HouseStack.holding(this);
    const secret = new CfnSecret(this, 'Secret', {
      name: stack.named(partner),
      description: `Sign-in of Keyturn ${stack.stage.name} at ${partner}`,
      kmsKeyId: key.keyArn,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ clientId: stack.named(partner) }),
        generateStringKey: 'clientSecret',
        excludePunctuation: true,
        passwordLength: 40,
      },
    });
    secret.applyRemovalPolicy(stack.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    this.secretId = secret.ref;
    this.#key = key;
  }

  /** For the connector's functions. */
  reads(): Permission[] {
    const { region } = HouseStack.holding(this);
    return [
      { actions: ['secretsmanager:GetSecretValue'], resources: [this.secretId] },
      {
        actions: ['kms:Decrypt'],
        resources: [this.#key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
      },
    ];
  }
}
