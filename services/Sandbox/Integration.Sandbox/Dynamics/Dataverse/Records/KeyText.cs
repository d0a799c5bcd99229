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

    /// <summary>All columns as one text; null when one of them is empty, which no key holds against anybody.</summary>
    public static string? Of(Record record, IReadOnlyList<string> columns) =>
        columns.All(column => record[column] is not null) ? string.Join('\u0001', columns.Select(column => Of(record[column]!))) : null;
}
