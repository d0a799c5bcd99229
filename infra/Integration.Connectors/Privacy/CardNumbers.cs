using System.Text.RegularExpressions;
using Integration.Contracts.Orders;

namespace Integration.Connectors.Privacy;

/// <summary>Keeps card numbers out: customers type them into notes. Runs of 13 to 19 digits with a right Luhn check digit are masked before anything is stored.</summary>
internal static partial class CardNumbers
{
    private const string Mask = "[card number removed]";

    /// <summary>The order without card-like numbers in its free texts.</summary>
    public static Order Remove(Order order) => order with
    {
        Notes = Remove(order.Notes),
        CustomFields = order.CustomFields.ToDictionary(field => field.Key, field => Remove(field.Value), StringComparer.Ordinal),
        Lines = [.. order.Lines.Select(line => line with { Options = [.. line.Options.Select(option => option with { Value = Remove(option.Value) })] })],
    };

    /// <summary>The text without card-like numbers.</summary>
    public static string Remove(string text) => DigitRun().Replace(text, run => IsCard(run.Value) ? Mask : run.Value);

    private static bool IsCard(string run)
    {
        var digits = run.Where(char.IsAsciiDigit).Select(digit => digit - '0').ToArray();
        if (digits.Length is < 13 or > 19 || digits.Distinct().Count() == 1) return false;
        var sum = 0;
        for (var fromRight = 0; fromRight < digits.Length; fromRight++)
        {
            var digit = digits[^(fromRight + 1)];
            if (fromRight % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<!\d)\d(?:[ \-.]?\d){12,18}(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DigitRun();
}
