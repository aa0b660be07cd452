// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.serve;

import io.longshore.cli.view.Terminal;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Says where a registry runs and how to log in to it.
 *
 * @param registry the registry
 * @param admin its user
 * @param token the file with a login for Azure's libraries
 * @param terminal what can be shown
 */
public record Welcome(RegistryEmulator registry, AdminLogin admin, Path token, Terminal terminal) {
    /**
     * What all other tools get along with. To {@code localhost} oras speaks plain http, and regctl takes its login
     * along to where blobs are downloaded, which refuses it.
     */
    private static final String NUMBER = "127.0.0.1";

    private static final String OTHERS = "With others call it " + NUMBER;
    private static final String WITH_TLS = " (curl everywhere; skopeo, crane, oras and regctl on Linux)";

    /** The lines to print. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold("A registry is running at " + registry.endpoint()) + " - Ctrl-C ends it");
        lines.add("");
        lines.addAll(facts());
        section(
                lines,
                "Log in with docker, which wants no certificate for localhost:",
                List.of(login("docker", registry.loginServer(), "")));
        section(lines, OTHERS + (registry.options().tls() ? WITH_TLS : "") + ":", others());
        section(lines, "Get a token for a scope:", List.of(token("registry:catalog:*")));
        section(lines, "From Longshore's and Azure's libraries:", libraries());
        return List.copyOf(lines);
    }

    private List<String> facts() {
        EmulatorOptions options = registry.options();
        List<String> facts = new ArrayList<>();
        facts.add(fact(
                "content",
                options.directory().isPresent() ? registry.directory() + " (stays)" : "temporary, gone in the end"));
        facts.add(fact("user", admin.user()));
        facts.add(fact("password", admin.password()));
        facts.add(fact("anonymous", options.anonymousPull() ? "may list and pull" : "may nothing (--anonymous-pull)"));
        if (options.tls()) {
            facts.add(fact("certificate", certificate()));
        }
        facts.add(fact("login token", token.toString()));
        return facts;
    }

    private String fact(String name, String value) {
        return String.format("  %-13s", name) + terminal.cyan(value);
    }

    private void section(List<String> lines, String heading, List<String> content) {
        lines.add("");
        lines.add(terminal.bold(heading));
        content.forEach(line -> lines.add("  " + line));
    }

    private List<String> others() {
        String number = NUMBER + ":" + registry.port();
        boolean tls = registry.options().tls();
        List<String> others = new ArrayList<>();
        if (tls) {
            others.add("export SSL_CERT_FILE=" + quoted(certificate()));
        }
        others.add(login("skopeo", number, tls ? "" : " --tls-verify=false"));
        others.add(login("oras", number, tls ? "" : " --plain-http"));
        others.add("curl -u " + user() + " " + (tls ? "https://" : "http://") + number + "/v2/_catalog");
        return others;
    }

    private String login(String tool, String host, String options) {
        return "echo " + quoted(admin.password()) + " | " + tool + " login " + host + " -u " + quoted(admin.user())
                + " --password-stdin" + options;
    }

    private String token(String scope) {
        return "curl -u " + user() + " '" + registry.endpoint() + "/oauth2/token?service=" + registry.loginServer()
                + "&scope=" + scope + "'";
    }

    private List<String> libraries() {
        return List.of(
                "Give the builder a TokenCredential that returns the content of the login",
                registry.options().tls()
                        ? "token's file, and an HTTP client that trusts the certificate."
                        : "token's file, and allow http to this machine (allowLoopbackHttp).");
    }

    private String user() {
        return quoted(admin.user() + ":" + admin.password());
    }

    private String certificate() {
        return registry.certificateFile().toString();
    }

    /** As a shell reads it. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
