using System.Text;

namespace Integration.Console.Reconciliation.Settlement;

/// <summary>Reads CSV as RFC 4180 says, strictly: a quote stands only around a whole field, and every quote that opens is closed.</summary>
internal static class CsvText
{
    /// <summary>The rows with the line on which each begins, from 1; empty lines are left out.</summary>
    /// <exception cref="SettlementFault">The text is no CSV.</exception>
    public static IEnumerable<CsvRow> Rows(string text)
    {
        var (at, line) = (text.StartsWith('\uFEFF') ? 1 : 0, 1);
        while (at < text.Length)
        {
            var (began, fields) = (line, new List<string>());
            bool more;
            do (at, more) = Field(text, at, ref line, fields);
            while (more);
            if (fields is not [{ Length: 0 }]) yield return new CsvRow(began, fields);
        }
    }

    private static (int At, bool More) Field(string text, int at, ref int line, List<string> fields)
    {
        if (at < text.Length && text[at] == '"') return Quoted(text, at + 1, ref line, fields);
        var end = text.AsSpan(at).IndexOfAny(",\r\n") is var found and >= 0 ? at + found : text.Length;
        var field = text[at..end];
        if (field.Contains('"', StringComparison.Ordinal)) throw new SettlementFault(line, "", "A quote stands inside a field.", "Put the whole field in quotes and write a quote inside it twice.");
        fields.Add(field);
        return End(text, end, ref line);
    }

    private static (int At, bool More) Quoted(string text, int at, ref int line, List<string> fields)
    {
        var (field, began) = (new StringBuilder(), line);
        while (true)
        {
            if (at >= text.Length) throw new SettlementFault(began, "", "A quote that opens here is never closed.", "Close the field with a quote.");
            var letter = text[at++];
            if (letter == '\n') line++;
            if (letter != '"')
            {
                field.Append(letter);
                continue;
            }

            if (at < text.Length && text[at] == '"')
            {
                field.Append('"');
                at++;
                continue;
            }

            if (at < text.Length && text[at] is not (',' or '\r' or '\n')) throw new SettlementFault(line, "", "Something follows a closing quote.", "Write a comma or a new line after the quote.");
            fields.Add(field.ToString());
            return End(text, at, ref line);
        }
    }

    private static (int At, bool More) End(string text, int at, ref int line)
    {
        if (at >= text.Length) return (at, false);
        if (text[at] == ',') return (at + 1, true);
        line++;
        return (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1, false);
    }
}
