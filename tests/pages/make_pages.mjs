// Debrief pages to validate: every scenario of a library, played at random, whole and broken off, in
// English and Chinese; one with hostile names.
//   node make_pages.mjs MOT LIBRARY FOLDER
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [mot, library, folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node make_pages.mjs MOT LIBRARY FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const run = (...words) => execFileSync(mot, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

function scenarios(path) {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.isDirectory()) return scenarios(child);
    return /\.yaml$/.test(entry.name) && /^moments:/m.test(readFileSync(child, 'utf8')) ? [child] : [];
  });
}

// The same numbers every time.
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function play(file, seed, most) {
  const draw = random(seed);
  const choices = [];
  for (;;) {
    const now = JSON.parse(run('run', file, '--choose', choices.join(','), '--seed', String(seed), '--json'));
    if (now.complete || choices.length === most) {
      return {
        playthrough: 1, scenario: now.scenario, model: 1, seed, prediction: seed % 11,
        choices: choices.map((choice) => ({ choice, seconds: 1 + draw(40), confidence: draw(2) ? 'sure' : 'unsure' })),
      };
    }
    choices.push(`${now.at}.${now.offers[draw(now.offers.length)]}`);
  }
}

const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)> \u202e evil \u{1f600} &amp; ]]>';
let pages = 0;
scenarios(library).forEach((file, index) => {
  for (const most of [500, 3]) {
    const made = play(file, index + 1, most);
    made.learner = index % 2 ? hostile : 'Ana';
    made.takeaway = hostile;
    const name = join(folder, `${made.scenario}-${most}`);
    writeFileSync(`${name}.json`, JSON.stringify(made));
    for (const language of ['en', 'zh-CN']) {
      run('debrief', `${name}.json`, '--scenario', file, '--library', library, '--lang', language, '--html', `${name}.${language}.html`);
      pages += 1;
    }
  }
});
console.log(`${pages} pages in ${folder}`);
