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
    private static final String OTHERS = "With others (curl everywhere, skopeo, crane and oras on Linux):";

    /** The lines to print. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold("A registry is running at " + registry.endpoint()) + " - Ctrl-C ends it");
        lines.add("");
        lines.addAll(facts());
        section(lines, "Log in with docker, which wants no certificate for localhost:", List.of(login("docker", "")));
        section(lines, registry.options().tls() ? OTHERS : "With others:", others());
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
        String list = "curl -u " + user() + " " + registry.endpoint() + "/v2/_catalog";
        return registry.options().tls()
                ? List.of("export SSL_CERT_FILE=" + quoted(certificate()), login("skopeo", ""), list)
                : List.of(login("skopeo", " --tls-verify=false"), list);
    }

    private String login(String tool, String options) {
        return "echo " + quoted(admin.password()) + " | " + tool + " login " + registry.loginServer() + " -u "
                + quoted(admin.user()) + " --password-stdin" + options;
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
