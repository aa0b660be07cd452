// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.PagedResponseBase;
import com.azure.core.util.ExpandableStringEnum;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Pages;
import io.longshore.registry.internal.run.Step;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A listing under {@code /acr/v1}.
 *
 * @param name for error messages
 * @param scope what it needs
 * @param path below {@code /acr/v1}
 * @param query the listing's own parameters, each with its ampersand; added to a next link that lost them, as ACR's
 *     links lose {@code digest}
 * @param items reads one page
 */
record Listing<T>(
        String name,
        Endpoint endpoint,
        String scope,
        String path,
        List<Parameter> query,
        Function<Answer, List<T>> items)
        implements Pages<T> {

    /** One query parameter; {@code sticky} ones are put back when a next link drops them. */
    record Parameter(String name, String value, boolean sticky) {
        /** The order of a listing; both kinds of order call the service's own "none". */
        static List<Parameter> order(@Nullable ExpandableStringEnum<?> order) {
            return order == null || order.toString().equals("none")
                    ? List.of()
                    : List.of(new Parameter("orderby", order.toString(), false));
        }

        @Override
        public String toString() {
            return "&" + name + "=" + Arguments.encodeQuery(value);
        }
    }

    @Override
    public Step<PagedResponse<T>> first(@Nullable Integer size) {
        if (size != null && size < 1) {
            throw new IllegalArgumentException("The page size must be at least 1, not " + size + ".");
        }
        StringBuilder all = new StringBuilder(size == null ? "" : "&n=" + size);
        query.forEach(all::append);
        return page(() -> endpoint.acr(HttpMethod.GET, path, all.toString()), "");
    }

    @Override
    public Step<PagedResponse<T>> next(String token) {
        String target = complete(NextLink.target(Arguments.present(token, "continuationToken")));
        String url = endpoint.resolve(target);
        if (!endpoint.owns(url)) {
            throw new IllegalArgumentException(
                    "The continuation token leads to another host than " + endpoint.base() + ".");
        }
        return page(() -> endpoint.json(HttpMethod.GET, url), target);
    }

    private Step<PagedResponse<T>> page(java.util.function.Supplier<HttpRequest> request, String from) {
        return Call.json(name, scope, request, answer -> read(answer.expect(200), from))
                .asStep();
    }

    private PagedResponse<T> read(Answer answer, String from) {
        var header = answer.headers().get(HttpHeaderName.LINK);
        String next = header == null
                ? null
                : NextLink.find(header.getValuesList()).map(this::complete).orElse(null);
        if (next != null && !leadsHere(next)) {
            throw answer.unreadable("the next page's link leads to another host", null);
        }
        if (next != null && next.equals(from)) {
            throw answer.unreadable("the next page's link leads back to the same page, so the list would be cut", null);
        }
        return new PagedResponseBase<Void, T>(
                answer.request(), answer.status(), answer.headers(), items.apply(answer), next, null);
    }

    private boolean leadsHere(String link) {
        try {
            return endpoint.owns(endpoint.resolve(link));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String complete(String link) {
        StringBuilder complete = new StringBuilder(link);
        for (Parameter parameter : query) {
            boolean kept = link.contains("?" + parameter.name() + "=") || link.contains("&" + parameter.name() + "=");
            if (parameter.sticky() && !kept) {
                complete.append(
                        link.contains("?")
                                ? parameter.toString()
                                : "?" + parameter.toString().substring(1));
            }
        }
        return complete.toString();
    }
}
