// Drives a whole life and the refusals through recorder -> Prism -> sandbox and reports every violation.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Document, withDifferences } from './document.mjs';
import { record } from './recorder.mjs';
import { check } from './check.mjs';

const [, , documentPath, source, bin, build] = process.argv;
const token = 'contract-token-0123456789';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sluice-contract-'));
const children = [];
const problems = [];
const expect = (good, text) => good || problems.push(text);

function start(program, args, options = {}) {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    children.push(child);
    return child;
}

async function until(what, seconds, probe) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
        const value = probe();
        if (value) return value;
        if (Date.now() > end) throw new Error(`no ${what} within ${seconds} s`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

function run(args, endpoint, useToken = token) {
    return new Promise((resolve) => {
        const child = start(path.join(bin, 'sluicectl'),
            ['--json', '--progress', 'none', '--state', `sqlite:${folder}/state.db`, '--endpoint', endpoint, '--time-scale', '100', ...args],
            { env: { ...process.env, DIGITALOCEAN_TOKEN: useToken } });
        let out = '';
        child.stdout.on('data', (chunk) => (out += chunk));
        child.stderr.on('data', () => {});
        child.on('close', (code) => {
            let document = null;
            try { document = JSON.parse(out); } catch { /* told by the caller */ }
            resolve({ code, document, out });
        });
    });
}

async function call(endpoint, method, target, body, useToken = token) {
    const reply = await fetch(endpoint + target, {
        method,
        headers: { authorization: `Bearer ${useToken}`, ...(body ? { 'content-type': 'application/json' } : {}) },
        body: body ? JSON.stringify(body) : undefined,
    });
    const text = await reply.text();
    return { status: reply.status, body: text && reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null };
}

async function life(endpoint, admin) {
    const input = path.join(source, '../shared/reference/test.tfvars');
    const tfvars = fs.existsSync(input) ? input : path.join(source, 'tests/integration/data/reference.tfvars');
    const post = (what, body) => call(admin, 'POST', what, body);
    await post('/vpcs/seed', { count: 1, region: 'sfo3', default: true });

    for (const [args, wanted] of [
        [['plan', tfvars], 0],
        [['apply', tfvars, '--verify'], 0],
        [['status', 'nat-gateway'], 0],
        [['change', 'nat-gateway', '--node-count', '2', '--nat-gateway-size', '2', '--bastion-ssh-sources', '0.0.0.0/1,128.0.0.0/1'], 0],
        [['repair', 'nat-gateway', '--plan-only'], 0],
    ]) {
        const done = await run(args, endpoint);
        expect(done.code === wanted, `sluicectl ${args[0]}: exit ${done.code}\n${done.out}`);
    }
    await refusals(endpoint, post);
    const destroyed = await run(['destroy', 'nat-gateway', '--yes'], endpoint);
    expect(destroyed.code === 0, `sluicectl destroy: exit ${destroyed.code}\n${destroyed.out}`);
    expect(destroyed.document?.certificate?.left?.length === 0, 'the certificate is not empty');
    const wrong = await run(['plan', tfvars], endpoint, 'wrong-token-0123456789');
    expect(wrong.code === 2, `a wrong token: exit ${wrong.code}`);
}

/** Requests that fit the document and break a rule of the platform. */
async function refusals(endpoint, post) {
    const vpcs = (await call(endpoint, 'GET', '/v2/vpcs')).body.vpcs;
    const own = vpcs.find((vpc) => vpc.name === 'nat-gateway-vpc');
    const regional = vpcs.find((vpc) => vpc.default);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    await post('/tokens', { token: 'reader-token-0123456789', scopes: ['vpc:read'] });
    const table = [
        ['VPC with members', 'DELETE', `/v2/vpcs/${own.id}`, null, [403, 409]],
        ['default VPC', 'DELETE', `/v2/vpcs/${regional.id}`, null, [403]],
        ['overlapping range', 'POST', '/v2/vpcs', { name: 'overlap', region: 'sfo3', ip_range: own.ip_range }, [422]],
        ['taken name', 'POST', '/v2/vpcs', { name: own.name, region: 'sfo3', ip_range: '172.28.0.0/20' }, [409, 422]],
        ['no such VPC', 'GET', `/v2/vpcs/${nowhere}`, null, [404]],
        ['no such droplet', 'GET', '/v2/droplets/4242', null, [404]],
        ['no such cluster', 'DELETE', `/v2/kubernetes/clusters/${nowhere}`, null, [404]],
        ['no such gateway', 'GET', `/v2/vpc_nat_gateways/${nowhere}`, null, [404]],
        ['no such firewall', 'DELETE', `/v2/firewalls/${nowhere}`, null, [404]],
        ['scope missing', 'POST', '/v2/tags', { name: 'not-allowed' }, [403], 'reader-token-0123456789'],
        ['revoked token', 'GET', '/v2/account', null, [401], 'revoked-token-0123456789'],
        ['no such tag', 'DELETE', '/v2/tags/no-such-tag', null, [404]],
    ];
    for (const [name, method, target, body, wanted, as] of table) {
        const reply = await call(endpoint, method, target, body, as);
        expect(wanted.includes(reply.status), `${name}: ${reply.status} ${JSON.stringify(reply.body)?.slice(0, 400)}`);
        expect(typeof reply.body?.id === 'string' && typeof reply.body?.message === 'string', `${name}: no error body`);
    }
}

async function main() {
    const differences = JSON.parse(fs.readFileSync(path.join(source, 'tests/contract/known_differences.json')));
    const patched = withDifferences(JSON.parse(fs.readFileSync(documentPath)), differences);
    const patchedPath = path.join(folder, 'document.json');
    fs.writeFileSync(patchedPath, JSON.stringify(patched));

    const ready = path.join(folder, 'ready.json');
    start(path.join(bin, 'sluice-sandbox'), ['--listen', '127.0.0.1:0', '--token', token, '--time-scale', '100', '--ready-file', ready]);
    const sandbox = await until('sandbox', 30, () => fs.existsSync(ready) && fs.readFileSync(ready, 'utf8') && JSON.parse(fs.readFileSync(ready)));

    const prism = start(process.execPath, [path.join(build, 'node_modules/.bin/prism'), 'proxy', '--errors', '-h', '127.0.0.1', '-p', '0', patchedPath, sandbox.api],
        { cwd: build });
    let log = '';
    for (const stream of [prism.stdout, prism.stderr]) stream.on('data', (chunk) => (log += chunk));
    const listening = await until('Prism', 60, () => /listening on (http:\/\/[\d.:]+)/.exec(log));

    const pairs = [];
    const recorder = await record(listening[1], pairs);
    await life(`http://127.0.0.1:${recorder.address().port}`, sandbox.admin);
    recorder.close();

    for (const pair of pairs)
        if ((pair.headers['content-type'] ?? '').includes('problem+json') || pair.headers['sl-violations'])
            problems.push(`Prism: ${pair.method} ${pair.path}: ${pair.headers['sl-violations'] ?? pair.response}`.slice(0, 1500));
    problems.push(...check(new Document(patched), pairs));
    for (const difference of differences)
        expect(pairs.some((pair) => (difference.seen.status ? pair.status === difference.seen.status : pair.response.includes(difference.seen.body))),
            `the known difference "${difference.id}" did not occur: remove it from known_differences.json`);
    expect(pairs.length > 120, `only ${pairs.length} calls were recorded`);
    const kinds = new Set(pairs.map((pair) => `${pair.method} ${pair.path.replace(/\?.*/, '').replace(/\/[0-9a-f-]{36}|\/\d+/g, '/{id}')}`));
    console.log(`${pairs.length} calls of ${kinds.size} kinds, ${differences.length} known differences, ${problems.length} violations`);
}

main()
    .catch((error) => problems.push(String(error.stack ?? error)))
    .finally(() => {
        for (const child of children) child.kill('SIGTERM');
        fs.rmSync(folder, { recursive: true, force: true });
        for (const problem of problems.slice(0, 60)) console.log(problem);
        process.exit(problems.length === 0 ? 0 : 1);
    });
