/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.look;

import io.livemark.Site;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;

/**
 * What is kept of the values of a hit. Strings, and objects of the JDK that never change, as they are: they are rendered later, by the
 * thread that serves the client. All others are rendered at once, on the thread that hit, since nobody knows what they are later: by
 * {@link Render}.
 */
final class Values {

    /** Exactly these classes; one derived from {@code BigDecimal} may be the application's. */
    private static final Set<Class<?>> IMMUTABLE = Set.of(
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            URI.class,
            Duration.class,
            Period.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Site.class);

    private final Render render;

    Values(Render render) {
        this.render = render;
    }

    /** What stands for a value from now on; never an object of the application. Throws nothing. */
    Object keep(Object value) {
        if (value == null || value instanceof String || IMMUTABLE.contains(value.getClass())) {
            return value;
        }
        return render.text(value);
    }

    /** Whether two values that were kept are the same. */
    static boolean same(Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one instanceof String) {
            return one.equals(other);
        }
        return one != null
                && other != null
                && one.getClass() == other.getClass()
                && !(one instanceof Kind)
                && one.equals(other);
    }
}
