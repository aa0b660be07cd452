// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compact JSON of a manifest with known and unknown members in any order; the same for the same seed. */
final class RandomManifest {
    private static final String LETTERS = "abcXYZ019 _-./:\u00e9\u4e2d";
    private static final String ANNOTATION = "org.opencontainers.image.";

    private final Random random;

    RandomManifest(long seed) {
        random = new Random(seed);
    }

    String text() {
        List<String> members = unknownMembers();
        members.add(member("schemaVersion", "2"));
        maybe(members, "config", () -> orNull(this::descriptor));
        maybe(members, "layers", () -> orNull(() -> array(this::descriptor)));
        maybe(members, "annotations", () -> orNull(this::annotations));
        maybe(members, "mediaType", this::string);
        maybe(members, "subject", this::descriptor);
        return object(members);
    }

    private String descriptor() {
        List<String> members = unknownMembers();
        maybe(members, "mediaType", () -> orNull(this::string));
        maybe(members, "size", () -> orNull(() -> Long.toString(random.nextLong())));
        maybe(members, "digest", () -> orNull(this::string));
        maybe(members, "urls", () -> orNull(() -> array(this::string)));
        maybe(members, "annotations", () -> orNull(this::annotations));
        maybe(members, "data", this::string);
        maybe(members, "platform", () -> value(2));
        return object(members);
    }

    private String annotations() {
        List<String> members = new ArrayList<>();
        maybe(members, ANNOTATION + "created", () -> pick("\"2024-02-29T23:59:59.1230+05:30\"", "\"never\"", "7"));
        maybe(members, ANNOTATION + "title", () -> orNull(this::string));
        maybe(members, ANNOTATION + "ref.name", () -> orNull(() -> value(1)));
        maybe(members, "com.example." + random.nextInt(), () -> value(3));
        maybe(members, "com.example.b", this::string);
        return object(members);
    }

    private List<String> unknownMembers() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> member("x" + i + LETTERS.charAt(random.nextInt(LETTERS.length())), value(3)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> string();
            case 1 -> number();
            case 2 -> pick("true", "false");
            case 3 -> "null";
            case 4 -> array(() -> value(depth - 1));
            default -> object(List.of(member("k", value(depth - 1)), member("", value(depth - 1))));
        };
    }

    private String number() {
        return pick(
                "0",
                "-1",
                "0.10",
                "-1234.5678901234567890123",
                "98765432109876543210",
                Integer.toString(random.nextInt()),
                Long.toString(random.nextLong()));
    }

    private String string() {
        StringBuilder text = new StringBuilder("\"");
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(
                    random.nextInt(6) == 0
                            ? pick("\\\"", "\\\\", "\\n", "\\t", "\\u0000", "\\u001B", "\ud83d\ude80")
                            : LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.append('"').toString();
    }

    private String array(Supplier<String> entry) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> entry.get())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String object(List<String> members) {
        List<String> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        return "{" + String.join(",", shuffled) + "}";
    }

    private void maybe(List<String> members, String name, Supplier<String> value) {
        if (random.nextInt(3) > 0) {
            members.add(member(name, value.get()));
        }
    }

    private String orNull(Supplier<String> value) {
        return random.nextInt(8) == 0 ? "null" : value.get();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String member(String name, String value) {
        return '"' + name + "\":" + value;
    }
}
