using System.Globalization;

namespace Integration.Dynamics.Protocol;

/// <summary>Builds <c>$filter</c> texts; the whole text is escaped when it becomes part of a target.</summary>
internal static class Filter
{
    /// <summary><c>Field eq 'value'</c>; quotes are doubled. F&amp;O takes a star in the value as a wildcard, so that what comes back is compared by the caller.</summary>
    public static string Equal(string field, string value) => $"{field} eq {Literal(value)}";

    /// <summary><c>field eq 00000000-…</c>, for ids and lookups of Dataverse.</summary>
    public static string Equal(string field, Guid id) => $"{field} eq {id:D}";

    /// <summary><c>field eq 3</c>.</summary>
    public static string Equal(string field, long number) => string.Create(CultureInfo.InvariantCulture, $"{field} eq {number}");

    /// <summary><c>Field ne ''</c>.</summary>
    public static string NotEmpty(string field) => $"{field} ne ''";

    /// <summary><c>Field gt 'value'</c>.</summary>
    public static string After(string field, string value) => $"{field} gt {Literal(value)}";

    /// <summary>From one key to another, both included.</summary>
    public static string Between(string field, string first, string last) => $"{field} ge {Literal(first)} and {field} le {Literal(last)}";

    /// <summary><c>Field ge 2026-03-01T00:00:00Z</c>.</summary>
    public static string Since(string field, DateTimeOffset moment) => $"{field} ge {moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}";

    /// <summary>All of them.</summary>
    public static string All(params IEnumerable<string> filters) => string.Join(" and ", filters);

    /// <summary>Any of them, in brackets when there are several.</summary>
    public static string Any(IReadOnlyList<string> filters) => filters.Count == 1 ? filters[0] : $"({string.Join(" or ", filters)})";

    /// <summary>A text in quotes.</summary>
    public static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
