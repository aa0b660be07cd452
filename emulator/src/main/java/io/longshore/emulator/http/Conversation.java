// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnectionFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** All exchanges of one connection, one after the other. */
final class Conversation {
    private static final int IDLE_MILLIS = 300_000;
    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(32 * 1024)
            .setMaxLineLength(64 * 1024)
            .setMaxHeaderCount(200)
            .build();

    private final Socket socket;
    private final Optional<SSLContext> tls;
    private final Traffic traffic;
    private final CountDownLatch closing;

    Conversation(Socket socket, Optional<SSLContext> tls, Traffic traffic, CountDownLatch closing) {
        this.socket = socket;
        this.tls = tls;
        this.traffic = traffic;
        this.closing = closing;
    }

    void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(IDLE_MILLIS);
            DefaultBHttpServerConnection connection = open();
            while (converse(connection)) {
                connection.flush();
            }
            connection.close();
        } catch (IOException e) {
            // The peer went away, or a disturbance cut the line: there is nobody left to tell.
            traffic.log("connection ended", e, true);
        } catch (LinkageError e) {
            traffic.logger().log(Level.ERROR, Libraries.explain(e), e);
        }
    }

    private DefaultBHttpServerConnection open() throws IOException {
        DefaultBHttpServerConnectionFactory factory = DefaultBHttpServerConnectionFactory.builder()
                .scheme(tls.isPresent() ? "https" : "http")
                .http1Config(LIMITS)
                .build();
        if (tls.isEmpty()) {
            return factory.createConnection(socket);
        }
        SSLSocket secured =
                (SSLSocket) tls.get().getSocketFactory().createSocket(socket, InputStream.nullInputStream(), true);
        // The call that takes both sockets is missing from HttpCore 5.2.
        return factory.createConnection(secured);
    }

    private boolean converse(DefaultBHttpServerConnection connection) throws IOException {
        try {
            ClassicHttpRequest request = connection.receiveRequestHeader();
            if (request == null) {
                return false;
            }
            connection.receiveRequestEntity(request);
            return answer(connection, request);
        } catch (HttpException e) {
            traffic.log("request is no HTTP", e, true);
            new Transmission(connection, socket, Disturbance.NONE)
                    .send(Reply.text(400, "400 Bad Request"), false, true);
            return false;
        }
    }

    private boolean answer(DefaultBHttpServerConnection connection, ClassicHttpRequest request) throws IOException {
        Exchange exchange = new Exchange(
                request.getMethod(),
                request.getRequestUri(),
                Headers.of(request.getHeaders()),
                traffic.clock().instant());
        Disturbance disturbance = traffic.disturbances().apply(exchange.method(), exchange.target());
        traffic.journal().accept(exchange);
        RequestBody body = body(connection, request, exchange, disturbance);
        try {
            HttpEntity entity = request.getEntity();
            Reply reply = reply(exchange, body, entity == null ? 0 : entity.getContentLength(), disturbance);
            try {
                boolean last = body.isAwaited() || wantsToClose(request, exchange);
                if (entity != null && !body.isAwaited()) {
                    drain(body);
                }
                if (disturbance instanceof Disturbance.LoseResponse) {
                    throw new CutException("lost the response");
                }
                exchange.answered(reply.status());
                new Transmission(connection, socket, disturbance).send(reply, exchange, last);
                return !last;
            } finally {
                reply.content().close();
            }
        } catch (CutException e) {
            // Without this, closing a TLS socket would end the conversation in an orderly way.
            abort(disturbance);
            throw e;
        } finally {
            exchange.forgetCredentials();
        }
    }

    private static RequestBody body(
            DefaultBHttpServerConnection connection,
            ClassicHttpRequest request,
            Exchange exchange,
            Disturbance disturbance)
            throws IOException {
        HttpEntity entity = request.getEntity();
        Optional<RequestBody.Continue> invitation = exchange.headers()
                .first("expect")
                .filter("100-continue"::equalsIgnoreCase)
                .map(expectation -> () -> invite(connection));
        return new RequestBody(
                entity == null ? InputStream.nullInputStream() : entity.getContent(),
                exchange,
                invitation,
                disturbance);
    }

    private Reply reply(Exchange exchange, RequestBody body, long length, Disturbance disturbance) throws IOException {
        if (disturbance instanceof Disturbance.Refuse refuse) {
            return traffic.responder().dressed(exchange, RegistryError.replyForStatus(refuse.status()));
        }
        if (disturbance instanceof Disturbance.Throttle throttle) {
            Reply reply = RegistryError.TOOMANYREQUESTS.reply();
            return traffic.responder()
                    .dressed(exchange, reply.with("Retry-After", Long.toString(throttle.retryAfterSeconds())));
        }
        if (disturbance instanceof Disturbance.CutRequest && length == 0) {
            throw new CutException("cut a request without a body");
        }
        if (disturbance instanceof Disturbance.Delay delay) {
            pause(delay.duration().toNanos());
        }
        try {
            return traffic.responder().respond(exchange, body, length);
        } catch (RuntimeException e) {
            traffic.logger().log(Level.ERROR, "handling " + exchange.method() + " " + exchange.path() + " failed", e);
            return traffic.responder().dressed(exchange, RegistryError.replyForStatus(500));
        }
    }

    private void pause(long nanos) throws CutException {
        try {
            if (closing.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new CutException("closed while delaying");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CutException("interrupted while delaying");
        }
    }

    private void abort(Disturbance disturbance) throws IOException {
        if (disturbance instanceof Disturbance.CutRequest) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }

    private static void invite(DefaultBHttpServerConnection connection) throws IOException {
        try {
            connection.sendResponseHeader(new BasicClassicHttpResponse(100));
            connection.flush();
        } catch (HttpException e) {
            throw new IOException("100 Continue could not be sent", e);
        }
    }

    private static void drain(InputStream body) throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    private static boolean wantsToClose(ClassicHttpRequest request, Exchange exchange) {
        boolean old = request.getVersion() != null && request.getVersion().lessEquals(HttpVersion.HTTP_1_0);
        return old || exchange.headers().all("connection").stream().anyMatch("close"::equalsIgnoreCase);
    }
}
