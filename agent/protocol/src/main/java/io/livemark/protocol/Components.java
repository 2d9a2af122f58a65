/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.protocol;

import java.util.List;
import java.util.Map;

/**
 * Takes the records of the protocol apart and puts them together, in record order. By hand: since Java 18 reflection makes a method
 * handle of each accessor and constructor, which takes far longer than all the rest of a first message.
 */
final class Components {

    private Components() {}

    /** @throws IllegalArgumentException where it is none of the protocol's */
    static Object[] of(Record message) {
        if (message instanceof Request request) {
            return ofRequest(request);
        } else if (message instanceof Reply reply) {
            return ofReply(reply);
        } else if (message instanceof Request.Load.Look it) {
            return all(it.isLenient(), it.watched(), it.since());
        } else if (message instanceof Limits it) {
            return all(it.maxOverhead(), it.maxExceptions());
        } else if (message instanceof Marker it) {
            return all(
                    it.marker(),
                    it.fields(),
                    it.variants(),
                    it.sites(),
                    it.state(),
                    it.reason(),
                    it.probes(),
                    it.hits());
        } else if (message instanceof Marker.Field it) {
            return all(it.name(), it.type());
        } else if (message instanceof Marker.Site it) {
            return all(it.className(), it.method(), it.line(), it.form(), it.reason());
        } else if (message instanceof LoadedProbe it) {
            return all(
                    it.name(),
                    it.className(),
                    it.patterns(),
                    it.state(),
                    it.deliveries(),
                    it.exceptions(),
                    it.firstException(),
                    it.suppressed(),
                    it.misfits(),
                    it.holders(),
                    it.spentNanos());
        } else if (message instanceof Holder it) {
            return all(it.thread(), it.id(), it.virtual(), it.state(), it.stack());
        } else if (message instanceof Receipt it) {
            return all(
                    it.name(),
                    it.cause(),
                    it.deliveries(),
                    it.exceptions(),
                    it.suppressed(),
                    it.disarmedNanos(),
                    it.drainedNanos(),
                    it.closing(),
                    it.collectedNanos(),
                    it.detail());
        }
        throw new IllegalArgumentException(message.getClass().getName());
    }

    private static Object[] ofRequest(Request request) {
        if (request instanceof Request.ListMarkers it) {
            return all(it.pattern());
        } else if (request instanceof Request.Load it) {
            return all(it.name(), it.files(), it.arguments(), it.lifeMillis(), it.follow(), it.limits(), it.look());
        } else if (request instanceof Request.Unload it) {
            return all(it.names(), it.until(), it.patienceMillis(), it.collect());
        }
        return all();
    }

    private static Object[] ofReply(Reply reply) {
        if (reply instanceof Reply.Refused it) {
            return all(it.reason(), it.hint());
        } else if (reply instanceof Reply.Described it) {
            return all(it.version(), it.attached(), it.javaFeature(), it.classPath());
        } else if (reply instanceof Reply.Markers it) {
            return all(it.markers(), it.probes(), it.notes(), it.changes());
        } else if (reply instanceof Reply.Loaded it) {
            return all(it.name(), it.markers(), it.sites(), it.waiting(), it.retransformed(), it.nanos());
        } else if (reply instanceof Reply.Event it) {
            return all(it.kind(), it.epochMillis(), it.text(), it.dropped());
        } else if (reply instanceof Reply.Data it) {
            return all(it.source(), it.bytes());
        } else if (reply instanceof Reply.Unloaded it) {
            return all(it.receipts());
        }
        Reply.Detached it = (Reply.Detached) reply;
        return all(it.receipts(), it.restored(), it.left());
    }

    private static Object[] all(Object... components) {
        return components;
    }

    /**
     * @param type of the protocol
     * @param with as many components, of their types
     * @throws IllegalArgumentException where the type is none of the protocol's
     */
    static Record make(Class<?> type, Object[] with) {
        if (Request.class.isAssignableFrom(type)) {
            return makeRequest(type, with);
        } else if (Reply.class.isAssignableFrom(type)) {
            return makeReply(type, with);
        } else if (type == Request.Load.Look.class) {
            return new Request.Load.Look((boolean) with[0], list(with[1]), (long) with[2]);
        } else if (type == Limits.class) {
            return new Limits((double) with[0], (int) with[1]);
        } else if (type == Marker.class) {
            return new Marker(
                    (String) with[0],
                    list(with[1]),
                    list(with[2]),
                    list(with[3]),
                    (Marker.State) with[4],
                    (String) with[5],
                    list(with[6]),
                    (long) with[7]);
        } else if (type == Marker.Field.class) {
            return new Marker.Field((String) with[0], (String) with[1]);
        } else if (type == Marker.Site.class) {
            return new Marker.Site(
                    (String) with[0], (String) with[1], (int) with[2], (String) with[3], (String) with[4]);
        } else if (type == LoadedProbe.class) {
            return new LoadedProbe(
                    (String) with[0],
                    (String) with[1],
                    list(with[2]),
                    (LoadedProbe.State) with[3],
                    (long) with[4],
                    (long) with[5],
                    (String) with[6],
                    (long) with[7],
                    list(with[8]),
                    list(with[9]),
                    (long) with[10]);
        } else if (type == Holder.class) {
            return new Holder((String) with[0], (long) with[1], (boolean) with[2], (String) with[3], list(with[4]));
        } else if (type == Receipt.class) {
            return new Receipt(
                    (String) with[0],
                    (Receipt.Cause) with[1],
                    (long) with[2],
                    (long) with[3],
                    (long) with[4],
                    (long) with[5],
                    (long) with[6],
                    (Receipt.Closing) with[7],
                    (long) with[8],
                    (String) with[9]);
        }
        throw new IllegalArgumentException(type.getName());
    }

    private static Record makeRequest(Class<?> type, Object[] with) {
        if (type == Request.Describe.class) {
            return new Request.Describe();
        } else if (type == Request.ListMarkers.class) {
            return new Request.ListMarkers((String) with[0]);
        } else if (type == Request.Load.class) {
            return new Request.Load(
                    (String) with[0],
                    map(with[1]),
                    map(with[2]),
                    (long) with[3],
                    (boolean) with[4],
                    (Limits) with[5],
                    (Request.Load.Look) with[6]);
        } else if (type == Request.Unload.class) {
            return new Request.Unload(list(with[0]), (Request.Unload.Until) with[1], (long) with[2], (boolean) with[3]);
        } else if (type == Request.Detach.class) {
            return new Request.Detach();
        }
        throw new IllegalArgumentException(type.getName());
    }

    private static Record makeReply(Class<?> type, Object[] with) {
        if (type == Reply.Refused.class) {
            return new Reply.Refused((String) with[0], (String) with[1]);
        } else if (type == Reply.Described.class) {
            return new Reply.Described((String) with[0], (boolean) with[1], (int) with[2], (String) with[3]);
        } else if (type == Reply.Markers.class) {
            return new Reply.Markers(list(with[0]), list(with[1]), list(with[2]), (long) with[3]);
        } else if (type == Reply.Loaded.class) {
            return new Reply.Loaded(
                    (String) with[0], (int) with[1], (int) with[2], list(with[3]), (int) with[4], (long) with[5]);
        } else if (type == Reply.Event.class) {
            return new Reply.Event((Reply.Event.Kind) with[0], (long) with[1], (String) with[2], (long) with[3]);
        } else if (type == Reply.Data.class) {
            return new Reply.Data((int) with[0], (byte[]) with[1]);
        } else if (type == Reply.Unloaded.class) {
            return new Reply.Unloaded(list(with[0]));
        } else if (type == Reply.Detached.class) {
            return new Reply.Detached(list(with[0]), (int) with[1], list(with[2]));
        }
        throw new IllegalArgumentException(type.getName());
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object component) {
        return (List<T>) component;
    }

    @SuppressWarnings("unchecked")
    private static <V> Map<String, V> map(Object component) {
        return (Map<String, V>) component;
    }
}
