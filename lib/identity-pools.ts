import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  PasskeyUserVerification,
  UserPool,
  UserPoolEmail,
  type UserPoolClient,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { HouseStack } from './house-stack.ts';
import type { TokenIssuer } from './stages.ts';

/** Where tokens of one population come from, as the authorizer checks them. */
export interface Issuer {
  issuer: string;
  jwksUrl: string;
  clientId: string;
}

/**
 * Two pools, because staff and borrowers differ in everything that a pool fixes for ever: who may sign up, with what
 * they prove themselves, how long a session lasts.
 */
export class IdentityPools extends Construct {
  readonly staff: UserPool;
  readonly borrowers: UserPool;
  readonly issuers: { staff: Issuer; borrowers: Issuer };

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { stage } = HouseStack.holding(this);
    this.staff = this.pool('Staff', 'staff', {
      selfSignUpEnabled: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE,
    });
    this.borrowers = this.pool('Borrowers', 'borrowers', {
      selfSignUpEnabled: true,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Cognito wants the password left on; one-time codes by mail need SES.
      signInPolicy: {
        allowedFirstAuthFactors: { password: true, passkey: true, emailOtp: stage.poolMail === 'ses' },
      },
      passkeyRelyingPartyId: new URL(stage.lender.domain).hostname,
      passkeyUserVerification: PasskeyUserVerification.REQUIRED,
    });
    this.issuers = {
      staff: issuerOf(
        this.staff,
        client(this.staff, { user: false, refreshHours: 8 }),
        stage.issuers.staff,
        stage.region,
      ),
      borrowers: issuerOf(
        this.borrowers,
        client(this.borrowers, { user: true, refreshHours: 12 }),
        stage.issuers.borrowers,
        stage.region,
      ),
    };
  }

  private pool(id: string, name: string, options: UserPoolProps): UserPool {
    const stack = HouseStack.holding(this);
    const { keepsData, poolMail, lender } = stack.stage;
    return new UserPool(this, id, {
      userPoolName: stack.named(name),
      featurePlan: FeaturePlan.ESSENTIALS,
      // Cannot be changed later; an e-mail is the one thing that borrower and staff both have.
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      email:
        poolMail === 'ses'
          ? UserPoolEmail.withSES({
              fromEmail: lender.mailFrom,
              fromName: lender.brandName,
              sesRegion: stack.stage.region,
              sesVerifiedDomain: lender.mailFrom.split('@')[1] ?? '',
            })
          : UserPoolEmail.withCognito(),
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...options,
    });
  }
}

function client(
  pool: UserPool,
  { user, refreshHours }: { user: boolean; refreshHours: number },
): UserPoolClient {
  return pool.addClient('Web', {
    authFlows: { user, userSrp: true },
    disableOAuth: true,
    generateSecret: false,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.hours(refreshHours),
  });
}

/** Built from region and id: `ProviderURL` is the same on AWS and wrong on emulators. */
function issuerOf(pool: UserPool, web: UserPoolClient, configured: TokenIssuer, region: string): Issuer {
  if (configured !== 'user-pool') return configured;
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.userPoolId}`;
  return { issuer, jwksUrl: `${issuer}/.well-known/jwks.json`, clientId: web.userPoolClientId };
}
