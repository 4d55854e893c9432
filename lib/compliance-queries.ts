/** One question that an examiner asks, as SQL over the archive (`ledger`) and CloudTrail (`trail`). `?` are Athena's execution parameters; an entry that the stream brought twice may lie in two objects, hence DISTINCT; days are `yyyy/MM/dd`. */
export interface ComplianceQuery {
  name: string;
  question: string;
  sql: string;
}

export const complianceQueries: readonly ComplianceQuery[] = [
  {
    name: 'changes-of-a-loan',
    question: 'What was done to this loan, by whom and when? Parameters: loan id, first day, last day.',
    sql: `SELECT DISTINCT at, seq, actor, action, facts, correlationid
FROM ledger
WHERE subject = concat('LOAN#', ?) AND day BETWEEN ? AND ? AND kind = 'change'
ORDER BY seq`,
  },
  {
    name: 'who-looked-at-a-loan',
    question:
      'Who read this loan, opened its files or revealed a sealed field? Parameters: loan id, first day, last day.',
    sql: `SELECT DISTINCT at, actor, action, facts, correlationid
FROM ledger
WHERE subject = concat('LOAN#', ?) AND day BETWEEN ? AND ? AND (kind = 'read' OR action LIKE '%Revealed')
ORDER BY at`,
  },
  {
    name: 'what-a-person-did',
    question: 'Everything one person did or read. Parameters: actor, first day, last day.',
    sql: `SELECT DISTINCT at, subject, kind, action, facts, correlationid
FROM ledger
WHERE actor = ? AND day BETWEEN ? AND ?
ORDER BY at`,
  },
  {
    name: 'refusals',
    question: 'Who was refused, how often? Parameters: first day, last day.',
    sql: `SELECT actor, count(DISTINCT entryid) AS refusals, min(at) AS first, max(at) AS last
FROM ledger
WHERE action = 'AccessRefused' AND day BETWEEN ? AND ?
GROUP BY actor
ORDER BY refusals DESC`,
  },
  {
    name: 'access-outside-the-application',
    question: 'Who touched tables or files other than our functions? Parameters: first day, last day.',
    sql: `SELECT eventtime, useridentity.arn AS who, eventsource, eventname, requestparameters, sourceipaddress
FROM trail
WHERE day BETWEEN ? AND ?
  AND eventsource IN ('dynamodb.amazonaws.com', 's3.amazonaws.com')
  AND useridentity.arn NOT LIKE '%:assumed-role/keyturn-%'
ORDER BY eventtime`,
  },
  {
    name: 'use-of-the-keys',
    question: 'Who decrypted with which key, how often? Parameters: first day, last day.',
    sql: `SELECT useridentity.arn AS who, eventname, json_extract_scalar(requestparameters, '$.keyId') AS key, count(*) AS calls
FROM trail
WHERE day BETWEEN ? AND ? AND eventsource = 'kms.amazonaws.com'
GROUP BY 1, 2, 3
ORDER BY calls DESC`,
  },
];
