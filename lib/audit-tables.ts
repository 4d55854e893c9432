import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { Construct } from 'constructs';
import { HouseStack } from './house-stack.ts';

export interface AuditTablesProps {
  database: string;
  /** `s3://…/ledger/`: JSON lines below `yyyy/MM/dd/HH/`. */
  ledgerLocation: string;
  /** `s3://…/AWSLogs/<account>/CloudTrail/<region>/`: as CloudTrail lays them out. */
  trailLocation: string;
}

const strings = (...names: string[]) => names.map((name) => ({ name, type: 'string' }));

/** The archive and the trail as tables. Partitions are projected from dates: no crawler, nothing to add day by day. */
export class AuditTables extends Construct {
  constructor(scope: Construct, id: string, { database, ledgerLocation, trailLocation }: AuditTablesProps) {
    super(scope, id);
    const catalogId = HouseStack.holding(this).account;
    const glue = new CfnDatabase(this, 'Database', {
      catalogId,
      databaseInput: { name: database, description: 'Keyturn audit' },
    });
    const tables = [
      new CfnTable(this, 'Ledger', {
        catalogId,
        databaseName: database,
        tableInput: {
          name: 'ledger',
          tableType: 'EXTERNAL_TABLE',
          partitionKeys: strings('day'),
          parameters: daily(`${ledgerLocation}\${day}/`),
          storageDescriptor: {
            location: ledgerLocation,
            columns: [
              ...strings('entryid', 'subject', 'kind'),
              { name: 'seq', type: 'bigint' },
              ...strings('at', 'actor', 'action', 'facts', 'correlationid', 'prevhash', 'hash'),
            ],
            inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
            outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
            serdeInfo: {
              serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe',
              parameters: { 'ignore.malformed.json': 'false' },
            },
          },
        },
      }),
      new CfnTable(this, 'Trail', {
        catalogId,
        databaseName: database,
        tableInput: {
          name: 'trail',
          tableType: 'EXTERNAL_TABLE',
          partitionKeys: strings('day'),
          parameters: daily(`${trailLocation}\${day}/`),
          storageDescriptor: {
            location: trailLocation,
            columns: [
              {
                name: 'useridentity',
                type: 'struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,username:string>',
              },
              ...strings(
                'eventtime',
                'eventsource',
                'eventname',
                'awsregion',
                'sourceipaddress',
                'useragent',
                'errorcode',
              ),
              ...strings(
                'requestparameters',
                'requestid',
                'eventid',
                'readonly',
                'eventtype',
                'recipientaccountid',
                'eventcategory',
              ),
            ],
            inputFormat: 'com.amazon.emr.cloudtrail.CloudTrailInputFormat',
            outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
            serdeInfo: { serializationLibrary: 'org.apache.hive.hcatalog.data.JsonSerDe' },
          },
        },
      }),
    ];
    for (const table of tables) table.addResourceDependency(glue);
  }
}

function daily(template: string): Record<string, string> {
  return {
    EXTERNAL: 'TRUE',
    'projection.enabled': 'true',
    'projection.day.type': 'date',
    'projection.day.format': 'yyyy/MM/dd',
    'projection.day.range': '2026/11/01,NOW',
    'projection.day.interval': '1',
    'projection.day.interval.unit': 'DAYS',
    'storage.location.template': template,
  };
}
