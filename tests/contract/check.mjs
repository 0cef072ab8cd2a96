// Our own reading of the document over recorded pairs: what Prism lets through.

/** Every violation as one line of text. */
export function check(document, pairs) {
    const found = new Set();
    for (const pair of pairs) {
        const url = new URL(pair.path, 'http://sandbox');
        const operation = document.find(pair.method, url.pathname);
        const what = `${pair.method} ${operation?.path ?? url.pathname} -> ${pair.status}`;
        const tell = (text) => found.add(`${what}: ${text}`);
        if (!operation) {
            if (pair.status !== 404) tell('the document has no such operation');
            continue;
        }
        checkRequest(document, operation, pair, url, tell);
        checkResponse(document, operation, pair, tell);
    }
    return [...found];
}

function checkRequest(document, operation, pair, url, tell) {
    let parameters = operation.value.parameters ?? [];
    parameters = parameters.map((p) => (p.$ref ? document.resolve(p.$ref) : p));
    for (const name of url.searchParams.keys())
        if (!parameters.some((p) => p.in === 'query' && p.name === name)) tell(`the query parameter "${name}" is not documented`);
    const body = operation.value.requestBody;
    if (!pair.request) {
        if (body?.required) tell('a body is required');
        return;
    }
    if (!body) return tell('no request body is documented');
    const resolved = body.$ref ? document.resolve(body.$ref) : body;
    const schema = resolved.content?.['application/json']?.schema;
    if (!(pair.type ?? '').startsWith('application/json')) tell(`request content type ${pair.type}`);
    // Refusals are asked for on purpose; what the client sends otherwise must fit to the letter.
    if (pair.status >= 400 || !schema) return;
    for (const error of document.errors(`request ${operation.method} ${operation.path}`, schema, JSON.parse(pair.request), true))
        tell(`request ${error}`);
}

function checkResponse(document, operation, pair, tell) {
    const documented = document.response(operation, pair.status);
    if (!documented) return tell('this status is not documented');
    for (const header of ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'x-request-id'])
        if (!/\S/.test(pair.headers[header] ?? '')) tell(`the header ${header} is missing`);
    const media = documented.content ?? {};
    const schema = media['application/json']?.schema;
    if (Object.keys(media).length === 0) {
        if (pair.response) tell('a body where the document has none');
        return;
    }
    if (!schema) return;
    if (!pair.response) return tell('the body is absent');
    if (!(pair.headers['content-type'] ?? '').startsWith('application/json')) tell(`content type ${pair.headers['content-type']}`);
    let body;
    try {
        body = JSON.parse(pair.response);
    } catch {
        return tell('the body is not JSON');
    }
    for (const error of document.errors(`${operation.method} ${operation.path} ${pair.status}`, schema, body, true))
        tell(`response ${error.replace(/\/\d+/g, '/*')}`);
}
