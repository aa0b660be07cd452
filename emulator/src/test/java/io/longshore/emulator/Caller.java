// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Talks plain HTTP to an emulator, with the tokens that it asks for. */
final class Caller {
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private static final Pattern TOKEN = Pattern.compile("\\{\"(?:access|refresh)_token\":\"([^\"]+)\"}");

    private final RegistryEmulator emulator;
    private final HttpClient client;

    Caller(RegistryEmulator emulator) {
        this.emulator = emulator;
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        if (emulator.options().tls()) {
            builder.sslContext(emulator.clientSslContext());
        }
        this.client = builder.build();
    }

    /** Sends with a header for every two texts; a body of null sends none. */
    HttpResponse<byte[]> send(String method, String target, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(target))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new BrokenExchange(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The connection did not hold. */
    static final class BrokenExchange extends RuntimeException {
        private static final long serialVersionUID = 1;

        BrokenExchange(IOException cause) {
            super(cause);
        }
    }

    HttpClient client() {
        return client;
    }

    URI uri(String target) {
        return URI.create(target.startsWith("http") ? target : emulator.endpoint() + target);
    }

    /** Sends with a token for the scope. */
    HttpResponse<byte[]> as(String scope, String method, String target, byte[] body, String... headers) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = "Authorization";
        more[headers.length + 1] = "Bearer " + accessToken(scope);
        return send(method, target, body, more);
    }

    HttpResponse<byte[]> get(String scope, String target) {
        return as(scope, "GET", target, null);
    }

    HttpResponse<byte[]> form(String target, String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send("POST", target, bytes(form.toString()), "Content-Type", "application/x-www-form-urlencoded");
    }

    String refreshToken(EmulatorPermission... permissions) {
        EmulatorPermission[] granted = permissions.length == 0 ? EmulatorPermission.values() : permissions;
        String login = new EmulatorCredential(emulator)
                .withPermissions(granted)
                .getTokenSync(new com.azure.core.credential.TokenRequestContext())
                .getToken();
        return token(form(
                "/oauth2/exchange",
                "grant_type",
                "access_token",
                "service",
                emulator.loginServer(),
                "access_token",
                login));
    }

    String accessToken(String scope, EmulatorPermission... permissions) {
        return token(form(
                "/oauth2/token",
                "grant_type",
                "refresh_token",
                "service",
                emulator.loginServer(),
                "scope",
                scope,
                "refresh_token",
                refreshToken(permissions)));
    }

    String anonymousToken(String scope) {
        return token(
                form("/oauth2/token", "grant_type", "password", "service", emulator.loginServer(), "scope", scope));
    }

    /** Starts an upload and returns its address. */
    String startUpload(String repository) {
        return as(pushTo(repository), "POST", "/v2/" + repository + "/blobs/uploads/", null)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** Pushes a blob in two requests and returns its digest. */
    String pushBlob(String repository, byte[] content) {
        String digest = sha256(content);
        HttpResponse<byte[]> answer = as(
                pushTo(repository), "PUT", startUpload(repository) + "&digest=" + digest.replace(":", "%3A"), content);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("push of a blob answered " + answer.statusCode() + " " + text(answer));
        }
        return digest;
    }

    HttpResponse<byte[]> pushManifest(String repository, String reference, String type, String manifest) {
        return as(
                pushTo(repository),
                "PUT",
                "/v2/" + repository + "/manifests/" + reference,
                bytes(manifest),
                "Content-Type",
                type);
    }

    static String pushTo(String repository) {
        return "repository:" + repository + ":pull,push";
    }

    static String pull(String repository) {
        return "repository:" + repository + ":pull";
    }

    static String read(String repository) {
        return "repository:" + repository + ":metadata_read";
    }

    static String change(String repository) {
        return "repository:" + repository + ":metadata_write";
    }

    static String delete(String repository) {
        return "repository:" + repository + ":delete";
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static String token(HttpResponse<byte[]> answer) {
        Matcher matcher = TOKEN.matcher(text(answer));
        if (!matcher.matches()) {
            throw new IllegalStateException("no token: " + answer.statusCode() + " " + text(answer));
        }
        return matcher.group(1);
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
