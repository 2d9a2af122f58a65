/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import io.livemark.Mark.mark

import scala.annotation.tailrec

/** Functions as values, as arguments by name, and inside each other. */
object Closures {
  lazy val answer: Int = {
    mark("lazy.answer")
    42
  }

  /** Evaluates its argument where it is used, which is in the mark first. */
  def byName(value: => String): String = {
    mark("closure.byName value={}", value)
    value
  }

  def sum(numbers: List[Int]): Int = {
    var sum = 0
    numbers.foreach { n =>
      mark("closure.each n={} sum={}", n, sum)
      sum += n
    }
    sum
  }

  def comprehension(): String = {
    val pairs = for {
      n <- List(1, 2)
      word <- List("a", "b")
      if n == 1 || word == "b"
    } yield {
      mark("closure.for n={} word={}", n, word)
      word * n
    }
    pairs.mkString(" ")
  }

  def partial(things: List[Any]): List[String] = things.collect {
    case word: String =>
      mark("closure.partial word={}", word)
      word
    case Order(id, count) =>
      mark("closure.extracted id={} count={}", id, count)
      id
  }

  def generic[T](thing: T): T = {
    mark("closure.generic thing={}", thing)
    thing
  }

  @tailrec
  def countdown(n: Int, steps: Int = 0): Int = {
    mark("closure.tail n={} steps={}", n, steps)
    if (n == 0) steps else countdown(n - 1, steps + 1)
  }

  def nested(n: Int): Int = {
    def twice(m: Int): Int = {
      mark("closure.nested n={} m={}", n, m)
      m * 2
    }
    twice(n) + twice(n + 1)
  }

  /** Leaves the method out of a closure, which Scala does by an exception. */
  def found(numbers: List[Int]): Int = {
    numbers.foreach { n => if (n > 1) { mark("closure.return n={}", n); return n } }
    0
  }
}
