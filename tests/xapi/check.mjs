// Holds xAPI statements of real plays against the validation of Learning Locker: every scenario of a library is played in the terminal,
// in English and Chinese, under names that need care; what the records export is read back.
//   node check.mjs MOT LIBRARY FOLDER VALIDATION      VALIDATION: where npm put @learninglocker/xapi-validation
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [mot, library, folder, validation] = process.argv.slice(2);
if (!validation) {
  console.error('usage: node check.mjs MOT LIBRARY FOLDER VALIDATION');
  process.exit(2);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { default: validate } = createRequire(join(resolve(validation), 'index.js'))('@learninglocker/xapi-validation');

const environment = { ...process.env, XDG_DATA_HOME: resolve(folder), XDG_CONFIG_HOME: resolve(folder), LC_ALL: 'C.UTF-8' };
delete environment.MOT_STORE;
const run = (words, input) => execFileSync(mot, words, { encoding: 'utf8', env: environment, input, stdio: ['pipe', 'pipe', 'inherit'] });

function scenarios(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.isDirectory()) return scenarios(child);
    return /\.yaml$/.test(entry.name) && /^moments:/m.test(readFileSync(child, 'utf8')) ? [child] : [];
  });
}

const learners = ['Ana', '', '王小明', '<b>"O\'Neil"</b> \u{1f600}'];
const files = scenarios(library);
files.forEach((file, index) => {
  const choices = Array.from({ length: 200 }, (_, turn) => `${1 + ((turn * 7 + index) % 4)}\n`).join('');
  const language = index % 2 ? 'zh-CN' : 'en';
  run(['play', file, '--terminal', '--library', library, '--seed', String(index + 1), '--lang', language, '--name', learners[index % 4]], choices);
});

const listed = JSON.parse(run(['records', 'list', '--json'], '')).attempts.length;
const exported = join(folder, 'statements.json');
run(['records', 'export', '--xapi', exported, '--library', library], '');
const statements = JSON.parse(readFileSync(exported, 'utf8'));

const problems = [];
const ids = new Set();
const registrations = new Set();
let withTexts = 0;
for (const statement of statements) {
  for (const warning of validate(statement)) problems.push(`${statement.id}: ${JSON.stringify(warning)}`);
  if (ids.has(statement.id)) problems.push(`${statement.id} comes twice`);
  ids.add(statement.id);
  registrations.add(statement.context.registration);
  const choices = (statement.object.definition.choices ?? []).map((choice) => choice.id);
  if (new Set(choices).size !== choices.length) problems.push(`${statement.id}: a choice comes twice`);
  if (choices.length > 0) withTexts += 1;
  if (choices.length > 0 && !choices.includes(statement.result.response)) problems.push(`${statement.id}: an answer that is no choice`);
}
if (listed !== files.length) problems.push(`${files.length} scenarios were played, ${listed} attempts recorded`);
if (registrations.size !== listed) problems.push(`${listed} attempts recorded, ${registrations.size} exported`);
if (withTexts < files.length) problems.push(`only ${withTexts} answers have their choices' texts`);
// What must be found is found: a check that lets everything pass is none.
const broken = [{ ...statements[0], id: 'none' }, { ...statements[0], verb: {} }, { ...statements[0], timestamp: 'yesterday' }];
for (const statement of broken) if (validate(statement).length === 0) problems.push('the validation lets a broken statement pass');

console.log(problems.slice(0, 20).join('\n') || `${statements.length} statements of ${listed} attempts are valid, ${withTexts} with the texts of their choices`);
process.exit(problems.length === 0 ? 0 : 1);
