using System.Globalization;

namespace Integration.Console.Reconciliation.Settlement;

/// <summary>What findings about a settlement file are known by, so that a later file for the same days takes them off the attention list.</summary>
internal static class SettlementKeys
{
    /// <summary>The entity of lines and findings.</summary>
    public const string Entity = "settlement";

    /// <summary>The side of a file's lines.</summary>
    public const string Side = "file";

    /// <summary>One kind of movement of one transaction.</summary>
    public static string Movement(string type, string transaction) => $"{type}|{transaction}";

    /// <summary>A provider's payouts of the days that are compared.</summary>
    public static string Payout(string provider, string currency, DateOnly first, DateOnly last) =>
        string.Create(CultureInfo.InvariantCulture, $"{SettlementTypes.Payout}|{provider}|{currency}|{first:yyyy-MM-dd}|{last:yyyy-MM-dd}");
}
