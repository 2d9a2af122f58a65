/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.load;

/**
 * A request, and what the answer must be.
 *
 * @param method the HTTP method
 * @param path path and query
 * @param status the status that is right
 * @param part what the body must contain
 */
record Wish(String method, String path, int status, String part) {

    static Wish get(String path, int status, String part) {
        return new Wish("GET", path, status, part);
    }

    static Wish post(String path, int status, String part) {
        return new Wish("POST", path, status, part);
    }

    boolean isGranted(int answeredStatus, String body) {
        return answeredStatus == status && body.contains(part);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
