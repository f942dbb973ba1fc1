"""A learning record store for tests: takes statements over HTTP as xAPI 1.0.3 says, looks at everything it gets, and has bad days."""
import base64
import http.server
import json
import random
import re
import socket
import subprocess
import threading
import time

KEY, SECRET = 'seat 7', 'open:sesame'
UUID = re.compile(r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')


class Validator:
    """The npm package, where there is one; else a look at what every statement must have."""

    def __init__(self, folder, script):
        self.process = folder and subprocess.Popen(['node', script, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def problems(self, statements):
        found = [f'{s.get("id")}: not whole' for s in statements
                 if not UUID.match(s.get('id', '')) or not {'actor', 'verb', 'object', 'timestamp'} <= s.keys()]
        if self.process:
            self.process.stdin.write(json.dumps(statements) + '\n')
            self.process.stdin.flush()
            found += json.loads(self.process.stdout.readline())
        return found


class Store(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, validator=None, seed=1, bad_days=0.0, limit=10**9, hang=0.0, unwanted=()):
        super().__init__(('127.0.0.1', 0), Handler)
        self.validator = validator or Validator(None, None)
        self.chance = random.Random(seed)
        self.bad_days, self.limit, self.hang, self.unwanted = bad_days, limit, hang, unwanted
        self.statements = {}
        self.faults = []
        self.requests = 0
        self.sent_again = 0
        self.status = None
        self.silent_from = None  # requests from this one on are taken and never answered
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f'http://127.0.0.1:{self.server_address[1]}/xapi/'

    def handle_error(self, request, client_address):
        pass


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *words):
        pass

    def answer(self, status, body='', **headers):
        data = body.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def drop(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def do_POST(self):
        store = self.server
        body = self.rfile.read(int(self.headers['Content-Length']))
        store.requests += 1
        if store.status:
            return self.answer(store.status, 'no')
        expected = 'Basic ' + base64.b64encode(f'{KEY}:{SECRET}'.encode()).decode()
        if self.headers.get('Authorization') != expected:
            return self.answer(401, 'who are you?')
        if self.path != '/xapi/statements':
            return self.answer(404)
        if self.headers.get('X-Experience-API-Version') != '1.0.3' or self.headers.get('Content-Type') != 'application/json':
            store.faults.append(f'headers: {self.headers}')
            return self.answer(400, 'headers')
        if len(body) > store.limit:
            return self.answer(413, 'too much')
        day = store.chance.random() / store.bad_days if store.bad_days else 9
        if day < 0.15:
            return self.answer(500, 'oops')
        if day < 0.30:
            return self.answer(429, 'slowly', Retry_After='0')
        if day < 0.40:
            return self.drop()
        statements = json.loads(body)
        if len(statements) > 50:
            store.faults.append(f'{len(statements)} statements at once')
        problems = store.validator.problems(statements)
        if problems:
            store.faults += problems
            return self.answer(400, problems[0])
        if any(s['actor']['name'] in store.unwanted for s in statements):
            return self.answer(400, 'this actor\nis not wanted')
        for statement in statements:
            if store.statements.get(statement['id'], statement) != statement:
                return self.answer(409, 'another one has that id')
        store.sent_again += sum(s['id'] in store.statements for s in statements)
        store.statements.update((s['id'], s) for s in statements)
        taken = json.dumps([s['id'] for s in statements])
        if day < 0.60:  # taken, and the answer is lost
            return self.drop()
        if day < 0.63:  # the line drops in the middle of the answer
            self.send_response(200)
            self.send_header('Content-Length', str(len(taken)))
            self.end_headers()
            self.wfile.write(taken.encode()[:len(taken) // 2])
            return self.drop()
        if day < 0.68 and store.hang:
            time.sleep(store.hang)
            return self.drop()
        if store.silent_from and store.requests >= store.silent_from:
            return time.sleep(60)
        self.answer(200, taken, Content_Type='application/json')
        if day < 0.80:  # the same answer twice
            self.answer(200, taken, Content_Type='application/json')
