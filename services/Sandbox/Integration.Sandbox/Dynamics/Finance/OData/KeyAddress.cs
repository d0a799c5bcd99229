using System.Globalization;
using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>The key in an address: <c>(dataAreaId='usmf',SalesOrderNumber='000891')</c>. Every key property must be given.</summary>
internal static class KeyAddress
{
    /// <summary>Values of the key in the order of the metadata, as rows have them.</summary>
    /// <exception cref="FinanceFault">A part is missing, unknown or of another type.</exception>
    public static IReadOnlyList<string> Read(EntitySet set, string text)
    {
        var tokens = Parts(text).Select(part => part.Split('=', 2)).ToList();
        if (tokens is [[var only]] && set.Keys.Count == 1)
        {
            tokens = [[set.Keys[0], only]];
        }

        Dictionary<string, string> given = new(StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            if (token is not [var name, var literal] || !set.Keys.Contains(name.Trim()) || !given.TryAdd(name.Trim(), Value(set, set.Find(name.Trim())!, literal.Trim())))
            {
                throw FinanceFault.Malformed($"The key '({text})' does not fit the entity type '{set.TypeName}'.");
            }
        }

        return given.Count == set.Keys.Count ? [.. set.Keys.Select(key => given[key])] : throw FinanceFault.Malformed(
            $"The number of keys specified in the URI does not match number of key properties for the resource '{set.TypeName}'.");
    }

    /// <summary>The key of a row as its address has it.</summary>
    public static string Write(EntitySet set, Row row) => string.Join(',', set.Keys.Select(key => $"{key}={Literal(set.Find(key)!, row)}"));

    private static string Literal(Property key, Row row) => key.Kind switch
    {
        EdmKind.String => $"'{Uri.EscapeDataString(row.Text(key.Name).Replace("'", "''", StringComparison.Ordinal))}'",
        EdmKind.DateTimeOffset => (row.Instant(key.Name) ?? Comparison.NoDate).ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => row.Number(key.Name).ToString("0.##########", CultureInfo.InvariantCulture),
    };

    private static string Value(EntitySet set, Property key, string literal)
    {
        if (key.Kind == EdmKind.String && literal.Length >= 2 && literal[0] == '\'' && literal[^1] == '\'')
        {
            return literal[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        var row = new Row(set.Table, "", 0);
        if (key.Kind == EdmKind.DateTimeOffset && Comparison.Instant(literal) is { } instant)
        {
            return row.Set(key.Name, key.IsDay ? new DateTimeOffset(instant.UtcDateTime.Date.AddHours(12), TimeSpan.Zero) : instant).Text(key.Name);
        }

        return key.Kind is EdmKind.Decimal or EdmKind.Int32 or EdmKind.Int64 && decimal.TryParse(literal, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? row.Set(key.Name, number).Text(key.Name)
            : throw FinanceFault.Malformed($"Invalid value {literal} for key property '{key.Name}' of type '{key.TypeName}'.");
    }

    private static IEnumerable<string> Parts(string text)
    {
        var (start, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\'')
            {
                quoted = !quoted;
            }
            else if (text[at] == ',' && !quoted)
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }
}
