using System.Globalization;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>Builds <c>$filter</c> texts; the whole text is escaped when it becomes part of a target.</summary>
internal static class Filter
{
    private const string Namespace = "Microsoft.Dynamics.DataEntities";

    /// <summary><c>Field eq 'value'</c>; quotes are doubled. A star in the value is taken as a wildcard by F&amp;O, so that what comes back is compared by the caller.</summary>
    public static string Equal(string field, string value) => $"{field} eq {Literal(value)}";

    /// <summary><c>Field ne ''</c>.</summary>
    public static string NotEmpty(string field) => $"{field} ne ''";

    /// <summary><c>Field eq Microsoft.Dynamics.DataEntities.Type'Member'</c>.</summary>
    public static string EqualEnum(string field, string type, string member) => $"{field} eq {Namespace}.{type}'{member}'";

    /// <summary><c>Field gt 'value'</c>.</summary>
    public static string After(string field, string value) => $"{field} gt {Literal(value)}";

    /// <summary>From one key to another, both included.</summary>
    public static string Between(string field, string first, string last) => $"{field} ge {Literal(first)} and {field} le {Literal(last)}";

    /// <summary><c>Field ge 2026-03-01T00:00:00Z</c>.</summary>
    public static string Since(string field, DateTimeOffset moment) => $"{field} ge {moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}";

    /// <summary>Dates from one calendar day to another, both included; F&amp;O keeps a date as noon UTC.</summary>
    public static string OnDays(string field, DateOnly first, DateOnly last) =>
        string.Create(CultureInfo.InvariantCulture, $"{field} ge {first:yyyy-MM-dd}T00:00:00Z and {field} lt {last.AddDays(1):yyyy-MM-dd}T00:00:00Z");

    /// <summary>All of them.</summary>
    public static string All(params IEnumerable<string> filters) => string.Join(" and ", filters);

    /// <summary>Any of them, in brackets when there are several.</summary>
    public static string Any(IReadOnlyList<string> filters) => filters.Count == 1 ? filters[0] : $"({string.Join(" or ", filters)})";

    /// <summary>A text in quotes.</summary>
    public static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}
