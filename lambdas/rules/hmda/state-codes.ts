/**
 * Postal code and two-digit FIPS code of each state, the District of Columbia, the territories and the freely
 * associated states (INCITS 38).
 */
const listed = [
  'AL01 AK02 AZ04 AR05 CA06 CO08 CT09 DE10 DC11',
  'FL12 GA13 HI15 ID16 IL17 IN18 IA19 KS20 KY21',
  'LA22 ME23 MD24 MA25 MI26 MN27 MS28 MO29 MT30',
  'NE31 NV32 NH33 NJ34 NM35 NY36 NC37 ND38 OH39',
  'OK40 OR41 PA42 RI44 SC45 SD46 TN47 TX48 UT49',
  'VT50 VA51 WA53 WV54 WI55 WY56 AS60 GU66 MP69',
  'PR72 VI78 FM64 MH68 PW70',
];

const fipsByState: ReadonlyMap<string, string> = new Map(
  listed.flatMap((line) => line.split(' ')).map((entry) => [entry.slice(0, 2), entry.slice(2)]),
);

/** Upper case, as in `CA`. */
export const isStateCode = (text: string): boolean => fipsByState.has(text);

/** `06` for `CA`; undefined for a code that is no state's. */
export const fipsOfState = (state: string): string | undefined => fipsByState.get(state);
