using System.Globalization;

namespace Integration.Sandbox.Dynamics.Dataverse.Records;

/// <summary>Values as the database compares them in an index: text without regard to case and without trailing blanks.</summary>
internal static class KeyText
{
    public static string Of(object value) => value switch
    {
        string text => text.TrimEnd(' ').ToUpperInvariant(),
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        Reference link => link.Id.ToString(),
        DateTimeOffset instant => instant.UtcTicks.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>True when the record has these values in these columns.</summary>
    public static bool Fits(Record record, IReadOnlyList<string> columns, IReadOnlyList<object> values)
    {
        for (var at = 0; at < columns.Count; at++)
        {
            var fits = (record[columns[at]], values[at]) switch
            {
                (null, _) => false,
                (Reference link, Reference wanted) => link.Id == wanted.Id,
                ({ } value, { } wanted) => Of(value) == Of(wanted),
                _ => false,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All columns as one text; null when one of them is empty, which no key holds against anybody.</summary>
    public static string? Of(Record record, IReadOnlyList<string> columns) =>
        columns.All(column => record[column] is not null) ? string.Join('\u0001', columns.Select(column => Of(record[column]!))) : null;
}
