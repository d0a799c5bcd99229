using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>
/// Reads addresses of records, such as <c>accounts(00000000-0000-0000-0000-000000000001)</c> and <c>accounts(accountnumber='A''1')</c>. Only an active key
/// can be used; to one that is not, the service says what it says to an unknown one.
/// </summary>
internal sealed partial class Addresses(OrganizationSchema schema, KeyBook keys, DataverseSettings settings)
{
    private static readonly SearchValues<char> Breaking = SearchValues.Create("/<>*%&:\\?+");

    /// <summary>Cuts a path at its slashes, except those inside quotes.</summary>
    public static IReadOnlyList<string> Segments(string path)
    {
        var segments = new List<string>();
        var (start, isQuoted) = (0, false);
        var text = path.Trim('/');
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (text[at] == '\'' || text.AsSpan(at).StartsWith("%27")))
            {
                isQuoted = !isQuoted;
            }

            if (at == text.Length || (text[at] == '/' && !isQuoted))
            {
                segments.Add(text[start..at]);
                start = at + 1;
            }
        }

        return [.. segments.Where(segment => segment.Length > 0)];
    }

    /// <summary>What <c>@odata.bind</c> and <c>@odata.id</c> hold: a path or a whole address, or <c>$n</c> inside a change set.</summary>
    public RecordAddress Bound(string text, IReadOnlyDictionary<string, RecordAddress> references)
    {
        if (references.TryGetValue(text.Trim('/'), out var earlier))
        {
            return earlier;
        }

        var path = text.IndexOf("/api/data/", StringComparison.OrdinalIgnoreCase) is var at and >= 0 && ServiceRoot().Match(text, at) is { Success: true } root ? text[(at + root.Length)..] : text;
        return Segments(path) is [var only] ? Read(only) ?? throw DataverseFault.QuerySyntax() : throw DataverseFault.QuerySyntax();
    }

    /// <summary>A segment that names one record; null when it names none.</summary>
    public RecordAddress? Read(string segment)
    {
        var open = segment.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !segment.EndsWith(')'))
        {
            return null;
        }

        var table = schema.FindSet(segment[..open]) ?? throw DataverseFault.NoSegment(segment[..open]);
        var text = Uri.UnescapeDataString(segment[(open + 1)..^1]);
        if (Guid.TryParse(text, out var id))
        {
            return new RecordAddress(table, id, null, [], id.ToString());
        }

        var parts = Parts(text);
        if (parts.Count == 1 && parts[0].Name == table.Id)
        {
            return Guid.TryParse(parts[0].Text, out var named) ? new RecordAddress(table, named, null, [], named.ToString()) : throw DataverseFault.InvalidKey(table);
        }

        return ByKey(table, parts, text);
    }

    private RecordAddress ByKey(TableSchema table, List<(string Name, string Text)> parts, string text)
    {
        var given = parts.ToDictionary(part => table.FindWire(part.Name)?.Name ?? part.Name, part => part.Text, StringComparer.Ordinal);
        var key = keys.Of(table.Name).FirstOrDefault(key => key.Columns.Count == given.Count && key.Columns.All(given.ContainsKey));
        if (key is null || keys.StatusOf(key) != KeyIndexStatus.Active)
        {
            throw DataverseFault.InvalidKey(table);
        }

        return new RecordAddress(table, null, key, [.. key.Columns.Select(column => Value(table, table[column], given[column]))], text);
    }

    private object Value(TableSchema table, Column column, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        var isQuoted = text.Length >= 2 && text[0] == '\'' && text[^1] == '\'';
        switch (column.Type)
        {
            case ColumnType.String when isQuoted:
                var value = text[1..^1].Replace("''", "'", StringComparison.Ordinal);
                return settings.StrictKeyCharacters && value.AsSpan().ContainsAny(Breaking) ? throw DataverseFault.QuerySyntax() : value;
            case ColumnType.Lookup when Guid.TryParse(text, out var id):
                return new Reference("", id);
            case ColumnType.Decimal or ColumnType.Money when decimal.TryParse(text, NumberStyles.Float, culture, out var number):
                return number;
            case ColumnType.Integer or ColumnType.BigInt or ColumnType.Choice when long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var whole):
                return whole;
            case ColumnType.DateTime when DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant):
                return instant;
            default:
                throw DataverseFault.InvalidKey(table);
        }
    }

    private static List<(string Name, string Text)> Parts(string text)
    {
        var parts = new List<(string Name, string Text)>();
        for (var at = 0; at < text.Length;)
        {
            var match = Part().Match(text, at);
            if (!match.Success)
            {
                throw DataverseFault.QuerySyntax();
            }

            parts.Add((match.Groups["name"].Value, match.Groups["value"].Value));
            at += match.Length;
        }

        return parts.Count > 0 && parts.DistinctBy(part => part.Name).Count() == parts.Count ? parts : throw DataverseFault.QuerySyntax();
    }

    [GeneratedRegex(@"\G\s*(?<name>\w+)\s*=\s*(?<value>'(?:[^']|'')*'|[^,']+)\s*(?:,|$)")]
    private static partial Regex Part();

    [GeneratedRegex(@"\G/api/data/v\d+\.\d+/", RegexOptions.IgnoreCase)]
    private static partial Regex ServiceRoot();
}
