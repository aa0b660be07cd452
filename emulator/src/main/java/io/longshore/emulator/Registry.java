// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import io.longshore.emulator.blobs.BlobRoom;
import io.longshore.emulator.blobs.DataEndpoint;
import io.longshore.emulator.blobs.SignedAddresses;
import io.longshore.emulator.blobs.UploadRoom;
import io.longshore.emulator.http.CommonHeaders;
import io.longshore.emulator.http.Dispatcher;
import io.longshore.emulator.http.Guard;
import io.longshore.emulator.http.Listener;
import io.longshore.emulator.http.Responder;
import io.longshore.emulator.http.Route;
import io.longshore.emulator.http.Traffic;
import io.longshore.emulator.manifests.ManifestRoom;
import io.longshore.emulator.manifests.PropertiesRoom;
import io.longshore.emulator.manifests.Publisher;
import io.longshore.emulator.manifests.ReferrersRoom;
import io.longshore.emulator.repositories.RepositoryRoom;
import io.longshore.emulator.store.Store;
import io.longshore.emulator.tags.TagRoom;
import io.longshore.emulator.tokens.Authority;
import io.longshore.emulator.tokens.Gate;
import io.longshore.emulator.tokens.Logins;
import io.longshore.emulator.tokens.TokenRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Puts the rooms together and opens their doors. */
final class Registry implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("io.longshore.emulator");

    private final Listener front;
    private final Optional<Listener> data;

    private Registry(Listener front, Optional<Listener> data) {
        this.front = front;
        this.data = data;
    }

    /** What the rooms share. */
    record Parts(
            EmulatorOptions options,
            EmulatorClock clock,
            Store store,
            Authority authority,
            Publisher publisher,
            Optional<SSLContext> tls,
            Faults faults,
            RequestLog log) {
        String scheme() {
            return tls.isPresent() ? "https" : "http";
        }
    }

    static Registry open(Parts parts) {
        SignedAddresses addresses = new SignedAddresses(parts.clock());
        Optional<Listener> data = parts.options().dataEndpoint()
                ? Optional.of(listen(parts, 0, new DataEndpoint(parts.store(), addresses)))
                : Optional.empty();
        boolean opened = false;
        try {
            Optional<BlobRoom.Redirect> redirect = data.map(endpoint -> redirect(parts, addresses, endpoint.port()));
            Responder dispatcher = dispatcher(parts, redirect);
            Registry registry = new Registry(listen(parts, parts.options().port(), dispatcher), data);
            opened = true;
            return registry;
        } finally {
            if (!opened) {
                data.ifPresent(Listener::close);
            }
        }
    }

    int port() {
        return front.port();
    }

    @Override
    public void close() {
        try {
            front.close();
        } finally {
            data.ifPresent(Listener::close);
        }
    }

    private static Listener listen(Parts parts, int port, Responder responder) {
        Traffic traffic = new Traffic(responder, parts.faults()::next, parts.log()::add, parts.clock(), LOGGER);
        return Listener.start(parts.options().bindAddress(), port, parts.tls(), traffic);
    }

    private static Responder dispatcher(Parts parts, Optional<BlobRoom.Redirect> redirect) {
        EmulatorOptions options = parts.options();
        List<Route> routes = new ArrayList<>();
        Guard guard = (request, demanded) -> {};
        if (options.loginRequired()) {
            Logins logins = new Logins(parts.authority(), options.logins());
            guard = new Gate(parts.authority(), logins, parts.scheme());
            routes.addAll(new TokenRoom(parts.authority(), logins, options.anonymousPull()).routes());
        }
        routes.addAll(new ManifestRoom(parts.store(), parts.clock(), parts.publisher(), options.referrers()).routes());
        if (options.referrers()) {
            routes.addAll(new ReferrersRoom(parts.store(), options.maximumPageSize()).routes());
        }
        routes.addAll(new BlobRoom(parts.store(), redirect).routes());
        routes.addAll(new UploadRoom(parts.store(), parts.clock(), options.maximumSingleUpload()).routes());
        routes.addAll(new TagRoom(parts.store(), parts.clock(), options.maximumPageSize()).routes());
        routes.addAll(new PropertiesRoom(parts.store(), options.maximumPageSize()).routes());
        routes.addAll(new RepositoryRoom(parts.store(), options.maximumPageSize()).routes());
        return new Dispatcher(routes, guard, new CommonHeaders(parts.clock()), "localhost", LOGGER);
    }

    private static BlobRoom.Redirect redirect(Parts parts, SignedAddresses addresses, int port) {
        DataHost data = new DataHost(parts.options().bindAddress(), Localhost.addresses(), port);
        return new BlobRoom.Redirect(addresses, host -> parts.scheme() + "://" + data.of(host));
    }
}
