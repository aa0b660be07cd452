// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.properties;

import com.google.gson.JsonObject;
import io.longshore.emulator.http.Query;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Reply;
import io.longshore.emulator.http.Request;
import io.longshore.emulator.store.PageRequest;
import io.longshore.emulator.store.PageRequest.Order;
import io.longshore.emulator.store.PageRequest.Position;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of a list: {@code n}, {@code last}, {@code orderby}; and the {@code Link} to what comes after.
 */
public final class Paging {
    /** Not recorded; every client that was recorded relies on it or sends it. */
    private static final int DEFAULT_SIZE = 100;

    private final Request request;
    private final int size;
    private final String orderBy;

    private Paging(Request request, int size, String orderBy) {
        this.request = request;
        this.size = size;
        this.orderBy = orderBy;
    }

    /** Reads a request; pages are never larger than the maximum. */
    public static Paging of(Request request, int maximum) {
        int wanted = request.query()
                .first("n")
                .filter(n -> !n.isEmpty())
                .map(Paging::number)
                .orElse(DEFAULT_SIZE);
        return new Paging(
                request,
                Math.min(wanted, maximum),
                request.query().first("orderby").orElse(""));
    }

    /** How many items go on the page. */
    public int size() {
        return size;
    }

    /** The value of {@code last}; empty if there is none. */
    public String last() {
        return request.query().first("last").orElse("");
    }

    /** The order asked for; orders that the service does not know count as by name. */
    public Order order() {
        return switch (orderBy) {
            case "timeasc" -> Order.OLDEST_FIRST;
            case "timedesc" -> Order.NEWEST_FIRST;
            default -> Order.BY_NAME;
        };
    }

    /**
     * What to fetch: one item more than the page holds, to know whether there is more.
     *
     * @param updated tells the time of an item by its name, for a {@code last} that is a bare name
     */
    public PageRequest fetch(Optional<String> digest, Function<String, OptionalLong> updated) {
        return new PageRequest(order(), position(updated), size == 0 ? 0 : size + 1, digest);
    }

    /** The value of {@code last} for an item. */
    public String cursor(long updated, String name) {
        return order() == Order.BY_NAME ? name : updated + "&" + name;
    }

    /** The items of the page out of what was fetched. */
    public <T> List<T> page(List<T> fetched) {
        return fetched.subList(0, Math.min(size, fetched.size()));
    }

    /**
     * Adds the link to the next page if more was fetched than the page holds. The service drops {@code digest} here.
     */
    public <T> Reply link(Reply reply, List<T> fetched, Function<T, String> cursor) {
        if (fetched.size() <= size || size == 0) {
            return reply;
        }
        return link(reply, cursor.apply(fetched.get(size - 1)), "orderby", orderBy);
    }

    /** Adds the link to what comes after an item, with one more parameter of the query. */
    public Reply link(Reply reply, String last, String name, String value) {
        String next = request.rawPath() + "?last=" + Query.encode(last) + "&n=" + size + "&" + name + "="
                + Query.encode(value);
        return reply.with("Link", "<" + next + ">; rel=\"next\"");
    }

    private @Nullable Position position(Function<String, OptionalLong> updated) {
        String last = last();
        if (last.isEmpty()) {
            return null;
        }
        if (order() == Order.BY_NAME) {
            return new Position(0, last);
        }
        int ampersand = last.indexOf('&');
        String ticks = last.substring(0, Math.max(0, ampersand));
        if (ticks.matches("[0-9]{1,18}")) {
            return new Position(Long.parseLong(ticks), last.substring(ampersand + 1));
        }
        // Not recorded: a bare name stands for its item's place, one that does not exist for the list's start.
        OptionalLong time = updated.apply(last);
        return time.isPresent() ? new Position(time.getAsLong(), last) : null;
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            JsonObject detail = new JsonObject();
            detail.addProperty("n", text);
            throw new Refusal(RegistryError.PAGINATION_NUMBER_INVALID.reply(detail));
        }
        return Integer.parseInt(text);
    }
}
