using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Protocol;

/// <summary>
/// Finds the causes in a 422 answer: the record is echoed with a generic top-level <c>error</c>, and the real cause is an
/// <c>error</c> on some nested field, such as <c>Details[2].InventoryID</c>.
/// </summary>
internal static partial class ErrorTree
{
    /// <summary>Every error with its path, nested ones first; the generic top-level text only when nothing else says why.</summary>
    public static IReadOnlyList<Reason> Collect(JsonNode? body)
    {
        var nested = new List<Reason>();
        var top = new List<Reason>();
        if (body is JsonObject record)
        {
            Walk(record, "", nested);
            if (Error(record) is { } text) top.Add(new Reason("", text));
            else if (nested.Count == 0 && record["message"] is JsonValue message) top.Add(new Reason("", Clean(message.ToString())));
        }

        return nested.Count > 0 ? nested : top;
    }

    private static void Walk(JsonObject record, string prefix, List<Reason> found)
    {
        foreach (var (name, value) in record)
        {
            if (value is JsonObject field)
            {
                if (Error(field) is { } text) found.Add(new Reason(prefix + name, text));
                Walk(field, $"{prefix}{name}.", found);
            }
            else if (value is JsonArray rows)
            {
                for (var index = 0; index < rows.Count; index++)
                {
                    if (rows[index] is not JsonObject row) continue;
                    var at = string.Create(CultureInfo.InvariantCulture, $"{prefix}{name}[{index}]");
                    var before = found.Count;
                    Walk(row, at + ".", found);
                    if (found.Count == before && Error(row) is { } text) found.Add(new Reason(at, text));
                }
            }
        }
    }

    private static string? Error(JsonObject record) =>
        record["error"] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? Clean(text) : null;

    // Segmented keys stand in the texts with their padding: 'TES2323T  ' cannot be found.
    private static string Clean(string text) => Quoted().Replace(text.Trim(), match => $"'{match.Groups[1].Value.TrimEnd()}'");

    [GeneratedRegex("'([^']*)'", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}
