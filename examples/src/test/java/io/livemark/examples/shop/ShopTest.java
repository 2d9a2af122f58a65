/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.examples.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shop over real HTTP, each endpoint with each of its answers. */
class ShopTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Shop shop;

    @BeforeAll
    static void open() throws Exception {
        shop = Shop.open(0);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void lists_what_it_sells() throws Exception {
        HttpResponse<String> answer = get("/items");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("[{\"name\":\"oak-lamp\",\"price\":9.5},{\"name\":\"oak-chair\""));
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void rates_an_item_by_its_reviews() throws Exception {
        HttpResponse<String> answer = get("/items/oak-lamp/rating");
        assertEquals(200, answer.statusCode());
        assertEquals("{\"item\":\"oak-lamp\",\"stars\":3}\n", answer.body());
    }

    @Test
    void fails_at_the_rating_of_an_item_without_reviews_and_goes_on() throws Exception {
        assertEquals(500, get("/items/" + Schema.WITHOUT_REVIEWS + "/rating").statusCode());
        assertEquals(200, get("/items").statusCode());
    }

    @Test
    void searches_by_item_and_anywhere() throws Exception {
        assertTrue(get("/search?text=blue-vase").body().contains("blue-vase number "));
        assertTrue(get("/search?text=VASE%20number%204&anywhere=yes").body().contains("-vase number 4"));
        assertEquals("[]\n", get("/search?text=%22nothing&anywhere=yes").body());
    }

    @Test
    void takes_an_order_and_ships_it() throws Exception {
        HttpResponse<String> answer = post("/orders?item=oak-lamp&quantity=2");
        assertEquals(201, answer.statusCode());
        assertTrue(
                answer.body().endsWith("\"item\":\"oak-lamp\",\"quantity\":2,\"total\":19.0,\"state\":\"placed\"}\n"));
        awaitPacked(idOf(answer));
    }

    @Test
    void refuses_an_order_that_makes_no_sense() throws Exception {
        assertEquals(400, post("/orders?item=oak-lamp&quantity=0").statusCode());
        assertEquals(400, post("/orders?item=oak-lamp&quantity=many").statusCode());
        assertEquals(400, post("/orders?item=oak-lamp&quantity=4294967297").statusCode());
        assertEquals(400, post("/orders?item=oak-lamp").statusCode());
        assertEquals(404, post("/orders?item=unicorn&quantity=1").statusCode());
    }

    @Test
    void has_nothing_under_any_other_address() throws Exception {
        assertEquals(404, get("/").statusCode());
        assertEquals(404, get("/items/oak-lamp").statusCode());
        assertEquals(404, get("/orders/7").statusCode());
        assertEquals(404, get("/orders/seven").statusCode());
        assertEquals(404, get("/shutdown").statusCode());
    }

    @Test
    void refunds_an_order_once() throws Exception {
        String id = idOf(post("/orders?item=oak-lamp&quantity=3"));
        HttpResponse<String> paid = get("/refund?order=" + id);
        assertEquals(200, paid.statusCode());
        assertEquals("{\"id\":" + id + ",\"amount\":28.5}\n", paid.body());
        assertEquals(409, get("/refund?order=" + id).statusCode());
        assertEquals(404, get("/refund?order=7").statusCode());
        assertTrue(get("/orders/" + id).body().contains("refunded"));
    }

    private static void awaitPacked(String id) throws Exception {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!get("/orders/" + id).body().contains("\"state\":\"packed\"")) {
            assertTrue(System.nanoTime() < end, "order " + id + " was not packed in 10 s");
            Thread.sleep(10);
        }
    }

    private static String idOf(HttpResponse<String> order) {
        Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(order.body());
        assertTrue(id.find(), order.body());
        return id.group(1);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send("GET", path);
    }

    private static HttpResponse<String> post(String path) throws Exception {
        return send("POST", path);
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        URI uri = URI.create("http://localhost:" + shop.port() + path);
        return CLIENT.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
