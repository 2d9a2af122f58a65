/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.behaviour.generate;

/** The types of variables and expressions. Variables of reference types are never null; those that are have names of their own. */
enum Kind {
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    CHAR("char"),
    STRING("String"),
    /** Four elements or more. */
    ARRAY("int[]"),
    THING("Thing"),
    BOX("Integer");

    final String java;

    Kind(String java) {
        this.java = java;
    }
}
