using System.Globalization;
using Integration.Contracts.Amounts;

namespace Integration.Console.Reconciliation;

/// <summary>Amounts as whole millionths, so that both databases compare and keep them exactly.</summary>
internal static class Millionths
{
    private const decimal Scale = 1_000_000m;

    public static long? Of(decimal? amount) => amount is { } given ? (long)decimal.Round(given * Scale, MidpointRounding.AwayFromZero) : null;

    public static decimal? Back(long? amount) => amount is { } given ? Trimmed(given / Scale) : null;

    /// <summary>For people: with its currency, or a quantity without one.</summary>
    public static string Words(long? amount, string currency) => Back(amount) is { } given && currency.Length > 0
        ? new Money(given, currency).ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{Back(amount)}");

    // 12.300000 becomes 12.3: a decimal keeps its scale, and people read it.
    private static decimal Trimmed(decimal amount) => amount / 1.0000000000000000000000000000m;
}
