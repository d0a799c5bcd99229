using System.Globalization;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>Texts of <c>$filter</c> that only F&amp;O understands so.</summary>
internal static class FinanceFilter
{
    private const string Namespace = "Microsoft.Dynamics.DataEntities";

    /// <summary><c>Field eq Microsoft.Dynamics.DataEntities.Type'Member'</c>.</summary>
    public static string EqualEnum(string field, string type, string member) => $"{field} eq {Namespace}.{type}'{member}'";

    /// <summary>Dates from one calendar day to another, both included; F&amp;O keeps a date as noon UTC.</summary>
    public static string OnDays(string field, DateOnly first, DateOnly last) =>
        string.Create(CultureInfo.InvariantCulture, $"{field} ge {first:yyyy-MM-dd}T00:00:00Z and {field} lt {last.AddDays(1):yyyy-MM-dd}T00:00:00Z");
}
