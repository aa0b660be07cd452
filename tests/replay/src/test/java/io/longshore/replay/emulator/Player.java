// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import io.longshore.emulator.RegistryEmulator;
import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Exchange;
import io.longshore.replay.recording.Fields;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the requests of one recording to an emulator, with the addresses and tokens that the emulator gave out. */
final class Player {
    private static final Pattern HOST =
            Pattern.compile("(?:\"registry\":\"|service=\"|service=|realm=\"https://)([^\"&/]+)");

    private final RegistryEmulator emulator;
    private final StandIns standIns;
    private final Caller caller;
    private final Logins logins;
    private final String host;
    private final Map<String, String> uploads = new HashMap<>();
    private URI redirect = URI.create("https://localhost");

    Player(RegistryEmulator emulator, StandIns standIns, List<Exchange> exchanges) {
        this.emulator = emulator;
        this.standIns = standIns;
        this.caller = new Caller(emulator.clientSslContext());
        this.host = host(exchanges);
        this.logins = new Logins(emulator, caller, host);
    }

    /** What the registry was called, as far as the recording says. */
    private static String host(List<Exchange> exchanges) {
        return exchanges.stream()
                .map(exchange -> exchange.answered().header("WWW-Authenticate").orElse("")
                        + exchange.answered().text())
                .map(HOST::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("registry.example");
    }

    /** Sends one request and gives the answer with recorded digests in place of those of the stand-ins. */
    Answered play(Exchange exchange) {
        Asked asked = exchange.asked();
        Answered answered = asked.storage()
                ? caller.send(asked.at(redirect.getRawPath() + "?" + redirect.getRawQuery()), redirect.getPort(), "")
                : caller.send(prepared(asked), emulator.port(), host);
        if (asked.isLogin() && answered.status() == 200) {
            logins.keep(answered);
        }
        answered.header("Location").ifPresent(location -> follow(exchange, answered, location));
        return recorded(answered);
    }

    /** Makes a change that is not part of the recording. */
    void change(String path, String json) {
        Asked asked = new Asked(
                "PATCH",
                path,
                false,
                Fields.of(Map.of("Content-Type", "application/json", "Authorization", "Sanitized")),
                Optional.of(Content.of(json)));
        Answered answered = caller.send(prepared(asked), emulator.port(), host);
        if (answered.status() != 200) {
            throw new IllegalStateException(path + ": " + answered.status() + " " + answered.text());
        }
    }

    private void follow(Exchange exchange, Answered answered, String location) {
        if (answered.status() == 307) {
            redirect = URI.create(location);
        } else {
            exchange.answered().header("Location").ifPresent(recorded -> uploads.put(recorded, location));
        }
    }

    private Asked prepared(Asked asked) {
        Asked prepared = asked.at(upload(asked, standIns.toStandIns(asked.target())));
        if (asked.isAuthorized()) {
            prepared = prepared.with(prepared.headers().with("Authorization", logins.bearer(asked)));
        }
        if (asked.isLogin()) {
            return prepared.with(
                    Content.of(logins.form(asked.body().orElseThrow().text())));
        }
        boolean isText = asked.headers().get("Content-Type").orElse("").endsWith("json");
        return isText && asked.body().isPresent()
                ? prepared.with(
                        Content.of(standIns.toStandIns(asked.body().get().text())))
                : prepared;
    }

    private String upload(Asked asked, String target) {
        if (asked.is("PATCH", "/v2/") && !uploads.containsKey(asked.target())) {
            uploads.put(asked.target(), started(asked));
        }
        return uploads.entrySet().stream()
                .filter(entry -> target.startsWith(entry.getKey()))
                .map(entry -> entry.getValue() + target.substring(entry.getKey().length()))
                .findFirst()
                .orElse(target);
    }

    /** {@link Normalisation#SESSION_START}. */
    private String started(Asked asked) {
        String path = asked.path().substring(0, asked.path().lastIndexOf('/') + 1);
        Fields headers = Fields.of(Map.of("Authorization", logins.bearer(asked)));
        return caller.send(new Asked("POST", path, false, headers, Optional.empty()), emulator.port(), host)
                .header("Location")
                .orElseThrow();
    }

    private Answered recorded(Answered answered) {
        Fields headers = answered.headers();
        for (Map.Entry<String, String> header : answered.headers().all().entrySet()) {
            headers = headers.with(header.getKey(), standIns.toRecorded(header.getValue()));
        }
        boolean isText = !answered.header("Content-Type").orElse("").equals("application/octet-stream");
        return isText && answered.body().isPresent()
                ? new Answered(
                        answered.status(), headers, Optional.of(Content.of(standIns.toRecorded(answered.text()))))
                : answered.with(headers);
    }
}
