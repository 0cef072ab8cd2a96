// A plain HTTP proxy on loopback that passes everything on and remembers each pair of request and response.
import http from 'node:http';

export function record(upstream, pairs) {
    const target = new URL(upstream);
    const server = http.createServer((request, reply) => {
        const sent = [];
        request.on('data', (chunk) => sent.push(chunk));
        request.on('end', () => {
            const body = Buffer.concat(sent);
            const headers = { ...request.headers, host: target.host };
            const onward = http.request(
                { host: target.hostname, port: target.port, method: request.method, path: request.url, headers },
                (answer) => {
                    const got = [];
                    answer.on('data', (chunk) => got.push(chunk));
                    answer.on('end', () => {
                        const text = Buffer.concat(got);
                        pairs.push({
                            method: request.method,
                            path: request.url,
                            request: body.toString('utf8'),
                            type: request.headers['content-type'],
                            status: answer.statusCode,
                            headers: answer.headers,
                            response: text.toString('utf8'),
                        });
                        reply.writeHead(answer.statusCode, answer.headers);
                        reply.end(text);
                    });
                },
            );
            onward.on('error', (error) => {
                reply.writeHead(502);
                reply.end(String(error));
            });
            onward.end(body);
        });
    });
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
