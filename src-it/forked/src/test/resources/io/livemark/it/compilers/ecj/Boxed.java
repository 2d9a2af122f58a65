/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop;

import static io.livemark.Mark.mark;

import java.util.Arrays;
import java.util.List;

/** What came with Java 5: boxing, variable arguments, enums, generics. */
public class Boxed {
    enum Size {
        SMALL,
        LARGE {
            @Override
            long price(int count) {
                mark(Level.NAME + ".body count={} size={}", count, this);
                return 2L * count;
            }
        };

        long price(int count) {
            return count;
        }
    }

    private char letter = 'l';
    private final Integer boxed = 1000;

    String primitives(byte b, short s, int i, long l) {
        mark(Level.NAME + ".boxed.integers b={} s={} i={} l={}", b, s, i, l);
        mark(Level.NAME + ".boxed.others f={} d={} c={} z={}", 0.5f, 0.25, letter, i > 1);
        mark(Level.NAME + ".boxed.unboxed i={} sum={}", boxed, boxed + i);
        return "primitives";
    }

    String varargs(String id, int count, double total, Object... more) {
        mark(Level.NAME + ".boxed.five id={} count={} total={} more={} none={}", id, count, total, more.length, null);
        mark(
                Level.NAME + ".boxed.seven a={} b={} c={} d={} e={} f={} g={}",
                1,
                2L,
                'c',
                id,
                count > 1 ? count : total,
                count > 1 ? id : count,
                more);
        mark(Level.NAME + ".boxed.passed a={} b={}", more);
        return "varargs";
    }

    String switches(Size size, int count) {
        switch (size) {
            case SMALL:
                mark(Level.NAME + ".boxed.small price={}", size.price(count));
                break;
            default:
                mark(Level.NAME + ".boxed.default price={}", size.price(count));
        }
        mark(Level.NAME + ".boxed.enum large={} values={}", Size.LARGE, Size.values().length);
        return "switches";
    }

    <T extends Comparable<T>> T greatest(List<? extends T> all) {
        T greatest = null;
        for (T one : all) {
            mark(Level.NAME + ".boxed.each one={} greatest={}", one, greatest);
            greatest = greatest == null || one.compareTo(greatest) > 0 ? one : greatest;
        }
        return greatest;
    }

    public static Object run(String command) {
        Boxed shop = new Boxed();
        if (command.equals("primitives")) {
            return shop.primitives((byte) 1, (short) 2, 3, 4L);
        } else if (command.equals("varargs")) {
            return shop.varargs("o-2", 2, 1.5, "x", 'y') + shop.varargs("o-3", 1, 2.5);
        } else if (command.equals("switches")) {
            return shop.switches(Size.SMALL, 5) + shop.switches(Size.LARGE, 5);
        }
        return shop.greatest(Arrays.asList("a", "c", "b"));
    }
}
