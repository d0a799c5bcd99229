using System.Globalization;

namespace Integration.Acumatica.Protocol;

/// <summary>Builds <c>$filter</c> texts in the OData-v3-like dialect of contract REST; the whole text is escaped when it becomes part of a target.</summary>
internal static class Filter
{
    /// <summary><c>Field eq 'value'</c>; quotes are doubled.</summary>
    public static string Equal(string field, string value) => $"{field} eq {Literal(value)}";

    /// <summary><c>Field gt 'value'</c>.</summary>
    public static string After(string field, string value) => $"{field} gt {Literal(value)}";

    /// <summary><c>Field ge datetimeoffset'…Z'</c>: inclusive, because strict comparison loses records of the same tick.</summary>
    public static string Since(string field, DateTimeOffset moment) =>
        $"{field} ge datetimeoffset'{moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)}'";

    /// <summary>The other bound, inclusive too.</summary>
    public static string Until(string field, DateTimeOffset moment) =>
        $"{field} le datetimeoffset'{moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)}'";

    /// <summary>All of them.</summary>
    public static string All(params IEnumerable<string> filters) => string.Join(" and ", filters);

    /// <summary>Any of them, in brackets when there are several.</summary>
    public static string Any(IReadOnlyList<string> filters) => filters.Count == 1 ? filters[0] : $"({string.Join(" or ", filters)})";

    private static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
