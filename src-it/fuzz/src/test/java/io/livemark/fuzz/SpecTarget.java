/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.fuzz;

import io.livemark.probe.MarkerPattern;
import io.livemark.weave.Spec;
import java.nio.charset.StandardCharsets;

/** Any text as the spec of a mark, and as a pattern for one. */
public final class SpecTarget {

    private SpecTarget() {}

    /** Called by the fuzzer: the first byte says how many arguments there are, and where the text is cut in two. */
    public static void fuzzerTestOneInput(byte[] input) {
        Choices choices = new Choices(input);
        int arguments = choices.below(256) - 1;
        String text = new String(input, StandardCharsets.UTF_8);
        Limits.within(input.length, () -> {
            parse(text, -1);
            return parse(text, arguments);
        });
        int cut = text.length() * (arguments + 1) / 256;
        String name = text.substring(cut);
        String pattern = text.substring(0, cut);
        boolean matches = Limits.within(input.length, () -> new MarkerPattern(pattern).matches(name));
        if (text.length() < 1000) {
            holds(matches == matches(pattern, name), "a star stands for any characters, and nothing else does");
        }
    }

    private static Spec parse(String text, int arguments) {
        try {
            Spec spec = Spec.parse(text, arguments);
            StringBuilder again = new StringBuilder(spec.name());
            spec.fields().forEach(field -> again.append(' ').append(field).append("={}"));
            holds(again.toString().equals(text), "a spec says all that its text says");
            holds(arguments < 0 || arguments == spec.fields().size(), "a field for each argument");
            return spec;
        } catch (Spec.Malformed e) {
            holds(!e.getMessage().isBlank(), "a reason");
            return null;
        }
    }

    /** The same by another way: which prefixes of the name each prefix of the pattern matches. */
    private static boolean matches(String pattern, String name) {
        boolean[] matched = new boolean[name.length() + 1];
        matched[0] = true;
        for (char wanted : pattern.toCharArray()) {
            boolean[] next = new boolean[matched.length];
            for (int i = 0; i < matched.length; i++) {
                next[i] = wanted == '*'
                        ? matched[i] || i > 0 && next[i - 1]
                        : i > 0 && matched[i - 1] && name.charAt(i - 1) == wanted;
            }
            matched = next;
        }
        return matched[name.length()];
    }

    private static void holds(boolean fact, String what) {
        if (!fact) {
            throw new AssertionError(what);
        }
    }
}
