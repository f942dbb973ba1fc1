#!/usr/bin/env python3
"""Pushes statements of real plays to a store over HTTP that has bad days: what it has in the end is what was made, each once.
usage: push_test.py MOT SOURCE [VALIDATION]      VALIDATION: where npm put @learninglocker/xapi-validation"""
import json
import os
import signal
import ssl
import subprocess
import sys
import tempfile
import time
import uuid

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from lrs_server import KEY, SECRET, Store, Validator  # noqa: E402

mot, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
validator = Validator(sys.argv[3] if len(sys.argv) > 3 else None, os.path.join(source, 'tests/xapi/validate.mjs'))
home = tempfile.TemporaryDirectory()
environment = {'PATH': os.environ['PATH'], 'XDG_DATA_HOME': home.name, 'XDG_CONFIG_HOME': home.name, 'LC_ALL': 'C.UTF-8'}
credentials = {'MOT_LRS_KEY': KEY, 'MOT_LRS_SECRET': SECRET}


def run(*words, code=0, env=None, given=''):
    done = subprocess.run([mot, *words], env={**environment, **(env or {})}, input=given, capture_output=True, text=True, timeout=300)
    assert done.returncode == code, f'{words}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}'
    assert SECRET not in done.stdout + done.stderr, 'the secret is shown'
    return done


def push(store, *words, code=0, env=credentials):
    done = run('records', 'push', '--lrs', store.url, '--json', *words, code=code, env=env)
    return json.loads(done.stdout), done.stderr


def made(*words):
    return {s['id']: s for s in json.loads(run('records', 'export', '--xapi', '-', *words).stdout)}


def fill(learners, each):
    """Attempts like one that was played, with ids of their own."""
    scenario = os.path.join(source, 'tests/cli/data/late-parcel.yaml')
    run('play', scenario, '--terminal', '--name', 'Ana', '--seed', '1', given='1\n' * 20)
    one = json.loads(run('records', 'export', '--json', '-').stdout)['attempts'][0]
    attempts = []
    for name in learners:
        for _ in range(each):
            copy = json.loads(json.dumps(one))
            copy['id'] = str(uuid.uuid4())
            copy['playthrough']['learner'] = name
            attempts.append(copy)
    path = os.path.join(home.name, 'many.json')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('{"mot-records":1,"attempts":[\n' + ',\n'.join(json.dumps(one) for one in attempts) + '\n]}\n')
    run('records', 'import', path)


def forget():
    """What earlier stores have acknowledged; two may have got the same port."""
    folder = os.path.join(home.name, 'moments-of-truth', 'pushed')
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        os.remove(os.path.join(folder, name))


fill(['Ana', '王小明', '<b>"O\'Neil"</b> \U0001f600', ''], 30)
everything = made()
assert len(everything) > 500, len(everything)

# A good day: everything once, and nothing the second time.
store = Store(validator)
result, _ = push(store)
assert store.statements == everything and result == {'sent': len(everything), 'known': 0, 'refused': [], 'stopped': None}, result
assert store.sent_again == 0 and not store.faults, store.faults
requests = store.requests
result, _ = push(store)
assert result['sent'] == 0 and result['known'] == len(everything) and store.requests == requests, result
# What is new goes alone.
fill(['Later'], 1)
new = made('--learner', 'Later')
result, _ = push(store)
assert result['sent'] == len(made()) - len(everything) and new.items() <= store.statements.items() and store.sent_again == 0
everything = made()

# Bad days: errors, lost lines, lost and repeated answers, a limit on the size; then the same.
for seed in range(2):
    forget()
    store = Store(validator, seed=seed, bad_days=0.5, limit=40_000, hang=2)
    result, _ = push(store, '--timeout', '1')
    assert store.statements == everything, 'what was received is not what was made'
    assert result['sent'] == len(everything) and not result['refused'] and not store.faults, (result, store.faults)
    requests = store.requests
    push(store)
    assert store.requests == requests, 'something was sent twice'

# Killed half-way, and pushed again: nothing is missing.
forget()
store = Store(validator, seed=5, bad_days=0.5)
process = subprocess.Popen([mot, 'records', 'push', '--lrs', store.url], env={**environment, **credentials}, stdout=subprocess.DEVNULL)
while len(store.statements) < 200 and process.poll() is None:
    time.sleep(0.01)
process.kill()
process.wait()
push(store)
assert store.statements == everything



def break_off(store, requests):
    """Ctrl-C after so many requests; how long it took to end."""
    # A shell that started us in the background has its children pass by Ctrl-C.
    process = subprocess.Popen([mot, 'records', 'push', '--lrs', store.url], env={**environment, **credentials}, stderr=subprocess.PIPE, text=True,
                               stdout=subprocess.DEVNULL, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    while store.requests < requests:
        time.sleep(0.01)
    time.sleep(0.3)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=20)[1]
    assert process.returncode == 130 and 'broken off' in said, (process.returncode, said)
    return time.monotonic() - begun


# Broken off with Ctrl-C while it waits for the next try: what is acknowledged stays so.
forget()
store = Store(validator)
store.status = 503
break_off(store, 2)

# Broken off while a store has taken a batch and does not answer: that is over within a second, and the next push doubles nothing.
forget()
store = Store(validator)
store.silent_from = 3
taken = break_off(store, 3)
assert taken < 1, f'{taken} seconds'
assert 100 < len(store.statements) < len(everything)
store.silent_from = None
result, _ = push(store)
assert store.statements == everything and result['known'] == 100 and store.sent_again == 50, (result, store.sent_again)

# A statement that the store has in other words is named, the others arrive; it is not tried again.
forget()
store = Store(validator)
other = next(iter(everything))
store.statements[other] = {'id': other}
result, errors = push(store, code=1)
assert [(one['id'], one['status']) for one in result['refused']] == [(other, 409)] and other in errors, result
assert store.statements.keys() == everything.keys() and store.statements[other] == {'id': other}
requests = store.requests
assert push(store)[0]['known'] == len(everything) and store.requests == requests

# One learner's statements are not wanted: they are named, the others arrive.
forget()
store = Store(validator, unwanted=('Later',))
result, errors = push(store, code=1)
assert {one['id'] for one in result['refused']} == new.keys() and result['refused'][0]['status'] == 400, result
assert result['refused'][0]['cause'] == 'this actor is not wanted' and next(iter(new)) in errors
assert store.statements.keys() == everything.keys() - new.keys()

# Credentials: wrong, from a file, from a file that others can read; addresses that would show them.
store = Store(validator)
forget()
result, errors = push(store, code=3, env={'MOT_LRS_KEY': KEY, 'MOT_LRS_SECRET': 'guess'})
assert 'refuses the credentials' in result['stopped'] and 'guess' not in errors and not store.statements
path = os.path.join(home.name, 'credentials')
with open(path, 'w', encoding='utf-8') as file:
    file.write(f'{KEY}:{SECRET}\n')
os.chmod(path, 0o644)
words = ('records', 'push', '--lrs', store.url, '--credentials', path)
assert 'chmod 600' in run(*words, code=2).stderr and not store.statements
os.chmod(path, 0o600)
run(*words)
assert store.statements == everything
for address in ('http://lrs.example.org/xapi', 'https://me:secret@lrs.example.org/xapi', 'ftp://lrs.example.org'):
    assert 'secret@' not in run('records', 'push', '--lrs', address, code=2, env=credentials).stderr
# Nobody there; another server.
store.status = 404
forget()
assert 'no address of a learning record store' in push(store, code=3)[1]

# A certificate that nobody vouches for is refused, and taken where it is named.
certificate = os.path.join(home.name, 'certificate.pem')
if subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext',
                   'subjectAltName=IP:127.0.0.1', '-keyout', certificate + '.key', '-out', certificate], capture_output=True).returncode == 0:
    forget()
    store = Store(validator)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate + '.key')
    store.socket = context.wrap_socket(store.socket, server_side=True)
    secure = store.url.replace('http:', 'https:')
    few = ('--learner', 'Later')
    # Only two tries' time: what is wrong with a certificate does not pass.
    assert 'certificate' in run('records', 'push', '--lrs', secure, *few, code=3, env=credentials).stderr
    assert not store.statements
    run('records', 'push', '--lrs', secure, *few, '--ca', certificate, env=credentials)
    assert store.statements == new
print(f'{len(everything)} statements, each received once')
