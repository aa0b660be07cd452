// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;

/** Who may send HTTP. Policies hand on by {@code next.process()}, which is not sending. */
final class Senders {
    private static final Map<String, Set<String>> SENDING = Map.of(
            "com.azure.core.http.HttpPipeline", Set.of("send", "sendSync"),
            "com.azure.core.http.HttpClient", Set.of("send", "sendSync"),
            "java.net.http.HttpClient", Set.of("send", "sendAsync"),
            "okhttp3.Call", Set.of("execute", "enqueue"),
            "okhttp3.OkHttpClient", Set.of("newCall", "newWebSocket"),
            "java.net.URL", Set.of("openConnection", "openStream", "getContent"));

    private Senders() {}

    static ArchRule onlyThese(Set<String> drivers) {
        return ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.describe("are none of " + drivers, c -> !drivers.contains(outermost(c))))
                .should()
                .accessTargetWhere(
                        DescribedPredicate.<JavaAccess<?>>describe("send HTTP", access -> sends(access.getTarget())));
    }

    private static boolean sends(AccessTarget target) {
        return SENDING.entrySet().stream()
                .anyMatch(entry -> entry.getValue().contains(target.getName())
                        && target.getOwner().isAssignableTo(entry.getKey()));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(Senders::outermost).orElse(type.getName());
    }
}
