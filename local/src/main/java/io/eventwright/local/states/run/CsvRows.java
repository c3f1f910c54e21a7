package io.eventwright.local.states.run;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them, with any delimiter. */
final class CsvRows {
  private CsvRows() {}

  static List<List<String>> read(String text, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char next = text.charAt(at);
      if (quoted) {
        boolean escaped = next == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (escaped || next != '"') {
          cell.append(next);
          at += escaped ? 1 : 0;
        } else {
          quoted = false;
        }
      } else if (next == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (next == delimiter) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (next == '\n') {
        end(rows, row, cell);
        row = new ArrayList<>();
        cell.setLength(0);
      } else if (next != '\r') {
        cell.append(next);
      }
    }
    end(rows, row, cell);
    return rows;
  }

  private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
    if (!row.isEmpty() || !cell.isEmpty()) {
      row.add(cell.toString());
      rows.add(row);
    }
  }
}
