const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY_MS = 86_400_000;

interface Day {
  year: number;
  month: number;
  date: number;
  /** 1 is Sunday. */
  weekday: number;
  lastDate: number;
}

/** `cron(minutes hours day-of-month month day-of-week year)` in UTC. Gives the first instant after a given one; undefined when there is none. */
export function cronExpression(text: string): (afterMs: number) => number | undefined {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 6) throw new SyntaxError('A cron expression has six fields');
  const [minuteText = '', hourText = '', dateText = '', monthText = '', weekdayText = '', yearText = ''] =
    fields;
  if ((dateText === '?') === (weekdayText === '?'))
    throw new SyntaxError('One of day-of-month and day-of-week must be ?, and only one');
  const minutes = values(minuteText, 0, 59);
  const hours = values(hourText, 0, 23);
  const months = new Set(values(monthText, 1, 12, MONTHS, 1));
  const years = new Set(values(yearText, 1970, 2199));
  const onDate = dateText === '?' ? () => true : dateTest(dateText);
  const onWeekday = weekdayText === '?' ? () => true : weekdayTest(weekdayText);

  return (afterMs) => {
    const last = Math.max(...years);
    for (let midnight = Math.floor(afterMs / DAY_MS) * DAY_MS; ; midnight += DAY_MS) {
      const day = dayOf(midnight);
      if (day.year > last) return undefined;
      if (!years.has(day.year) || !months.has(day.month) || !onDate(day) || !onWeekday(day)) continue;
      for (const hour of hours)
        for (const minute of minutes) {
          const at = midnight + hour * 3_600_000 + minute * 60_000;
          if (at > afterMs) return at;
        }
    }
  };
}

function dateTest(text: string): (day: Day) => boolean {
  if (text === 'L') return ({ date, lastDate }) => date === lastDate;
  const near = /^(\d+|L)W$/.exec(text);
  if (near !== null)
    return (day) => day.date === nearestWeekday(day, near[1] === 'L' ? day.lastDate : Number(near[1]));
  const dates = new Set(values(text, 1, 31));
  return ({ date }) => dates.has(date);
}

function weekdayTest(text: string): (day: Day) => boolean {
  if (text === 'L') return ({ weekday }) => weekday === 7;
  const last = /^(\w+)L$/.exec(text);
  if (last !== null) {
    const [weekday] = values(last[1]!, 1, 7, DAYS, 1);
    return (day) => day.weekday === weekday && day.date + 7 > day.lastDate;
  }
  const nth = /^(\w+)#([1-5])$/.exec(text);
  if (nth !== null) {
    const [weekday] = values(nth[1]!, 1, 7, DAYS, 1);
    return (day) => day.weekday === weekday && Math.ceil(day.date / 7) === Number(nth[2]);
  }
  const weekdays = new Set(values(text, 1, 7, DAYS, 1));
  return ({ weekday }) => weekdays.has(weekday);
}

/** The weekday nearest to a date within the same month. */
function nearestWeekday(day: Day, wanted: number): number {
  const date = Math.min(wanted, day.lastDate);
  const weekday = ((((day.weekday - 1 + date - day.date) % 7) + 7) % 7) + 1;
  if (weekday === 7) return date > 1 ? date - 1 : date + 2;
  if (weekday === 1) return date < day.lastDate ? date + 1 : date - 2;
  return date;
}

function dayOf(midnight: number): Day {
  const at = new Date(midnight);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay() + 1,
    lastDate: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate(),
  };
}

/** Lists, ranges, steps and names of one field, ascending. */
function values(text: string, low: number, high: number, names: string[] = [], base = 0): number[] {
  const one = (part: string): number => {
    const named = names.indexOf(part.toUpperCase());
    const value = named >= 0 ? named + base : /^\d+$/.test(part) ? Number(part) : Number.NaN;
    if (!(value >= low && value <= high)) throw new SyntaxError(`${text} is not within ${low}-${high}`);
    return value;
  };
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const every = step === undefined ? 1 : Number(step);
    if (!Number.isInteger(every) || every < 1) throw new SyntaxError(`${part} has no valid step`);
    const [from, to] =
      range === '*' ? [low, high] : bounds(range.split('-').map(one), step === undefined, high);
    for (let value = from; value <= to; value += every) found.add(value);
  }
  return [...found].sort((left, right) => left - right);
}

function bounds([from = 0, to]: number[], single: boolean, high: number): [number, number] {
  if (to !== undefined) return [from, to];
  return [from, single ? from : high];
}
