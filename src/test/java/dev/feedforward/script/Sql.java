package dev.feedforward.script;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Queries for scripts: {@code java Sql.java <url> <query>...} prints a line a row, its columns separated by blanks. */
final class Sql {

    private Sql() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                Statement statement = connection.createStatement()) {
            for (int query = 1; query < arguments.length; query++) {
                try (ResultSet rows = statement.executeQuery(arguments[query])) {
                    print(rows);
                }
            }
        }
    }

    private static void print(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            StringBuilder line = new StringBuilder(String.valueOf(rows.getString(1)));
            for (int column = 2; column <= columns; column++) {
                line.append(' ').append(rows.getString(column));
            }
            System.out.println(line);
        }
    }
}
