// The official document with the known differences applied, and validators made of it.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Applies known_differences.json to a copy of the document. */
export function withDifferences(document, differences) {
    const copy = structuredClone(document);
    for (const difference of differences) {
        if (difference.enum) {
            const schema = at(copy, difference.enum.path);
            schema.enum.push(...difference.enum.add);
        }
        if (difference.merge) merge(at(copy, difference.merge.path), difference.merge.value);
        if (difference.status) {
            for (const operation of operations(copy))
                operation.value.responses[difference.status] ??= {
                    description: difference.why,
                    content: { 'application/json': { schema: { $ref: '#/components/schemas/error' } } },
                };
        }
    }
    return copy;
}

function at(document, path) {
    return path
        .split('/')
        .slice(1)
        .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
        .reduce((node, key) => {
            let next = node[key];
            while (next?.$ref) next = at(document, next.$ref.slice(1));
            return next;
        }, document);
}

/** Like a JSON merge patch, except that a $ref is replaced whole. */
function merge(into, value) {
    for (const [key, each] of Object.entries(value)) {
        if (each && typeof each === 'object' && !each.$ref && into[key] && !into[key].$ref) merge(into[key], each);
        else into[key] = each;
    }
}

/** Every operation: {method, path, pattern, value}. */
export function operations(document) {
    const list = [];
    for (const [path, item] of Object.entries(document.paths)) {
        const pattern = new RegExp('^' + path.replace(/\{[^}]+\}/g, '([^/]+)') + '$');
        for (const method of ['get', 'post', 'put', 'patch', 'delete', 'head'])
            if (item[method]) list.push({ method: method.toUpperCase(), path, pattern, value: item[method] });
    }
    // Literal paths before those with parameters: /v2/vpcs/{id}/members is not /v2/vpcs/{id}.
    return list.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
}

/** Makes JSON Schema of OpenAPI 3.0's dialect, and forbids members of responses that the document does not name. */
function schemaOf(node, strict, inComposition = false) {
    if (Array.isArray(node)) return node.map((each) => schemaOf(each, strict, inComposition));
    if (node === null || typeof node !== 'object') return node;
    const out = {};
    for (const [key, value] of Object.entries(node)) {
        if (['example', 'examples', 'discriminator', 'xml', 'externalDocs', 'deprecated', 'readOnly', 'writeOnly'].includes(key)) continue;
        const composes = ['allOf', 'anyOf', 'oneOf'].includes(key);
        out[key] = key === 'enum' || key === 'required' || key === 'default' ? value : schemaOf(value, strict, composes);
    }
    if (out.nullable && out.type) {
        out.type = [out.type, 'null'];
        if (out.enum && !out.enum.includes(null)) out.enum = [...out.enum, null];
    }
    delete out.nullable;
    if (typeof out.exclusiveMinimum === 'boolean') delete out.exclusiveMinimum;
    if (typeof out.exclusiveMaximum === 'boolean') delete out.exclusiveMaximum;
    // unevaluatedProperties (2019-09) sees through allOf and $ref, unlike additionalProperties.
    if (strict && !inComposition && (out.properties || out.allOf) && out.additionalProperties === undefined)
        out.unevaluatedProperties = false;
    return out;
}

export class Document {
    constructor(document) {
        const Ajv = require('ajv/dist/2019').default;
        const addFormats = require('ajv-formats').default ?? require('ajv-formats');
        this.operations = operations(document);
        this.source = document;
        this.ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, unicodeRegExp: false });
        addFormats(this.ajv);
        this.ajv.addFormat('cidr', /^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/);
        this.cache = new Map();
    }

    find(method, path) {
        return this.operations.find((o) => o.method === method && o.pattern.test(path));
    }

    /** The response object of the document for this status, $ref resolved; undefined = not documented. */
    response(operation, status) {
        let response = operation.value.responses[String(status)] ?? operation.value.responses.default;
        while (response?.$ref) response = this.resolve(response.$ref);
        return response;
    }

    resolve(ref) {
        return ref.slice(2).split('/').reduce((node, key) => node[key.replace(/~1/g, '/').replace(/~0/g, '~')], this.source);
    }

    /** Inlines every $ref so that an object can be closed at the place of its use. Recursion in the document ends open. */
    inline(node, trail = []) {
        if (Array.isArray(node)) return node.map((each) => this.inline(each, trail));
        if (node === null || typeof node !== 'object') return node;
        if (node.$ref) return trail.includes(node.$ref) ? {} : this.inline(this.resolve(node.$ref), [...trail, node.$ref]);
        return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, this.inline(v, trail)]));
    }

    /** Errors of `value` against a schema of the document; strict = no member that the document does not name. */
    errors(key, schema, value, strict) {
        const name = (strict ? 'strict ' : 'lax ') + key;
        if (!this.cache.has(name)) this.cache.set(name, this.ajv.compile(schemaOf(this.inline(schema), strict)));
        const validate = this.cache.get(name);
        return validate(value) ? [] : validate.errors.map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
    }
}
