using System.Text;

namespace Integration.XCart.Orders.Canonical;

/// <summary>Takes payment card numbers out of free text that customers and add-ons write: they must not be stored anywhere.</summary>
internal static class CardNumbers
{
    private const int Shortest = 13;
    private const int Longest = 19;

    /// <summary>The text with every run of 13 to 19 digits (blanks and hyphens between them allowed) that passes the Luhn check replaced by <c>[card number removed]</c>.</summary>
    public static string Masked(string text)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var run = RunAt(text, at);
            if (run.Digits.Length is >= Shortest and <= Longest && PassesLuhn(run.Digits)) result.Append("[card number removed]");
            else result.Append(text, at, Math.Max(1, run.Length));
            at += Math.Max(1, run.Length);
        }

        return result.ToString();
    }

    private static (string Digits, int Length) RunAt(string text, int start)
    {
        var digits = new StringBuilder();
        var end = start;
        for (var at = start; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                digits.Append(text[at]);
                end = at + 1;
            }
            else if (at == start || text[at] is not (' ' or '-') || text[at - 1] is ' ' or '-')
            {
                break;
            }
        }

        return (digits.ToString(), end - start);
    }

    // Issuers' check digit, ISO/IEC 7812-1 annex B.
    private static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[^(index + 1)] - '0';
            if (index % 2 == 1) digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
