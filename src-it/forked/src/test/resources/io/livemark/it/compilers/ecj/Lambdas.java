/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop;

import static io.livemark.Mark.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/** What came with Java 7 and 8: lambdas, switches on strings, resources that close themselves. */
public class Lambdas {
    interface Greeting {
        default String greet(String name) {
            mark(Level.NAME + ".default name={}", name);
            return Greeting.hello() + name;
        }

        static String hello() {
            mark(Level.NAME + ".static");
            return "hello ";
        }
    }

    private int calls;

    String suppliers(String id) {
        Supplier<String> local = () -> "asked for " + id;
        mark(Level.NAME + ".supplier.local v={}", local);
        mark(Level.NAME + ".supplier.lambda v={}", (Supplier<Object>) () -> id + calls);
        mark(Level.NAME + ".supplier.reference v={}", (Supplier<Integer>) id::length);
        mark(Level.NAME + ".supplier.constructor v={}", (Supplier<Object>) ArrayList::new);
        return "suppliers";
    }

    int lambdas(int n) {
        IntBinaryOperator add = (a, b) -> {
            mark(Level.NAME + ".lambda a={} b={} n={}", a, b, n);
            return a + b + n;
        };
        return add.applyAsInt(1, 2);
    }

    String strings(String word) {
        switch (word) {
            case "one":
                mark(Level.NAME + ".string.one word={}", word);
                return "1";
            default:
                mark(Level.NAME + ".string.default length={}", word.length());
                return "?";
        }
    }

    String resources(boolean fail) {
        List<String> closed = new ArrayList<>();
        try (AutoCloseable first = () -> closed.add("first");
                AutoCloseable second = () -> closed.add("second")) {
            mark(Level.NAME + ".resource.open same={} closed={}", first == second, closed);
            if (fail) {
                throw new IllegalStateException("failed");
            }
        } catch (IllegalStateException | UnsupportedOperationException e) {
            mark(Level.NAME + ".resource.caught e={} closed={}", e, closed);
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            mark(Level.NAME + ".resource.finally closed={}", closed);
        }
        return "resources " + closed;
    }

    public static Object run(String command) {
        Lambdas shop = new Lambdas();
        switch (command) {
            case "suppliers":
                return shop.suppliers("o-2");
            case "lambdas":
                return shop.lambdas(3);
            case "strings":
                return shop.strings("one") + shop.strings("two");
            case "resources":
                return shop.resources(false) + shop.resources(true);
            default:
                return new Greeting() {}.greet("Ann");
        }
    }
}
