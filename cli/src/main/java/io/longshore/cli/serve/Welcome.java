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
    /** The lines to print. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold("A registry is running at " + registry.endpoint()) + " - Ctrl-C ends it");
        lines.add("");
        lines.addAll(facts());
        lines.add("");
        lines.addAll(docker());
        lines.addAll(others());
        lines.addAll(curl());
        lines.addAll(libraries());
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
        facts.add(fact("without login", options.anonymousPull() ? "list and pull" : "nothing (see --anonymous-pull)"));
        if (options.tls()) {
            facts.add(fact("certificate", registry.certificateFile().toString()));
        }
        facts.add(fact("login token", token.toString()));
        return facts;
    }

    private String fact(String name, String value) {
        return String.format("  %-14s", name) + terminal.cyan(value);
    }

    /** Docker asks for no valid certificate, and for no encryption, if the host is localhost. */
    private List<String> docker() {
        return List.of(
                terminal.bold("docker, podman") + terminal.dim("  # docker needs no certificate for localhost"),
                "  docker login " + registry.loginServer() + " --username " + quoted(admin.user())
                        + " --password-stdin <<< " + quoted(admin.password()),
                "  docker push " + registry.loginServer() + "/my/image:v1");
    }

    private List<String> others() {
        String login = "  skopeo login " + registry.loginServer() + " --username " + quoted(admin.user())
                + " --password-stdin <<< " + quoted(admin.password());
        return registry.options().tls()
                ? List.of(
                        terminal.bold("skopeo, crane, oras") + terminal.dim("  # on Linux"),
                        "  export SSL_CERT_FILE="
                                + quoted(registry.certificateFile().toString()),
                        login)
                : List.of(terminal.bold("skopeo"), login + " --tls-verify=false");
    }

    private List<String> curl() {
        String trust = registry.options().tls()
                ? " --cacert " + quoted(registry.certificateFile().toString())
                : "";
        String user = quoted(admin.user() + ":" + admin.password());
        return List.of(
                terminal.bold("curl") + terminal.dim("  # the second gets a token for a scope"),
                "  curl" + trust + " --user " + user + " " + registry.endpoint() + "/v2/_catalog",
                "  curl" + trust + " --user " + user + " " + "'" + registry.endpoint() + "/oauth2/token?service="
                        + registry.loginServer() + "&scope=registry:catalog:*'");
    }

    private List<String> libraries() {
        return List.of(
                terminal.bold("Longshore's and Azure's libraries"),
                "  Give the builder a TokenCredential that returns what is in the file of the",
                "  login token"
                        + (registry.options().tls() ? ", and an HTTP client that trusts the certificate." : "."));
    }

    /** As a shell reads it. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
