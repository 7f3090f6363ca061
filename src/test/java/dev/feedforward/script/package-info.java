/** What the scripts in {@code src/test/scripts} run by {@code java -cp … File.java}: a database, and a look into it. */
package dev.feedforward.script;
