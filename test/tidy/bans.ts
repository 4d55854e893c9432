import type { Source } from './sources.ts';

export interface Ban {
  what: RegExp;
  /** Files the ban speaks of. */
  within: RegExp;
  except?: RegExp;
  /** What to write instead. */
  instead: string;
}

const productCode = /^(lambdas|lib|local)\//;

/** House taste: each ban names its replacement. */
export const bans: readonly Ban[] = [
  {
    what: /process\.env/,
    within: /^(lambdas|lib)\//,
    except: /^lambdas\/shared\/env\.ts$/,
    instead: 'readEnv(schema) in the wiring',
  },
  {
    what: /\bDate\.now\(|new Date\(\)/,
    within: /^(lambdas|lib)\//,
    except: /^lambdas\/shared\/(clock|calendar)\.ts$/,
    instead: 'the injected clock',
  },
  { what: /parseFloat\(|\.toFixed\(/, within: /^lambdas\//, instead: 'Cents, Ppm and a named rounding' },
  { what: /\bvi\.mock\(/, within: /^test\//, except: /^test\/tidy\//, instead: 'a fake handed in' },
  {
    what: /\bmockClient\((?!DynamoDBDocumentClient)[A-Z]/,
    within: /^test\//,
    except: /^test\/tidy\//,
    instead: 'mockClient(client) of the one handed in: a mocked class outlives its file',
  },
  {
    what: /\bas any\b|as unknown as|@ts-ignore|@ts-nocheck/,
    within: productCode,
    instead: 'a schema that parses, or a type that is true',
  },
  {
    what: /\bTODO\b|\bFIXME\b|not implemented/i,
    within: productCode,
    except: /^local\/services\/s3\//, // S3's own words for a header it does not know
    instead: 'the work, or a line in the slice README under what falls short',
  },
  {
    what: /import \{[^}]*\bz\b[^}]*\} from 'zod'/,
    within: /^(lambdas|test|tools)\//,
    except: /^test\/tidy\//,
    instead: "import * as z from 'zod' (88 kB, not 443)",
  },
  {
    what: /\b(it|test|describe)\.(only|todo)\b|expect\(true\)/,
    within: /^test\//,
    except: /^test\/tidy\//,
    instead: 'a test that runs and can fail',
  },
  { what: /setTimeout\(|setInterval\(/, within: /^lambdas\/[^/]+\/domain\//, instead: 'time handed in' },
];

export function violations(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, lines }) =>
    bans
      .filter(({ within, except }) => within.test(path) && !except?.test(path))
      .flatMap(({ what, instead }) =>
        lines.flatMap((line, index) =>
          what.test(line) ? [`${path}:${index + 1} ${what.source} -> ${instead}`] : [],
        ),
      ),
  );
}
