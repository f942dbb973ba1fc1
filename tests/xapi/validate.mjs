// Reads JSON lists of statements, one a line, and answers each line with a JSON list of what is wrong with them.
//   node validate.mjs VALIDATION      VALIDATION: where npm put @learninglocker/xapi-validation
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const { default: validate } = createRequire(join(resolve(process.argv[2]), 'index.js'))('@learninglocker/xapi-validation');
for await (const line of createInterface({ input: process.stdin })) {
  const problems = JSON.parse(line).flatMap((statement) => validate(statement).map((warning) => `${statement.id}: ${JSON.stringify(warning)}`));
  console.log(JSON.stringify(problems));
}
