using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>Numbers in English words, up to trillions of trillions.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen",
        "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] SmallOrdinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
        "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] Tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"];

    private static readonly (decimal Value, string Word)[] Magnitudes =
        [(1_000_000_000_000m, "Trillion"), (1_000_000_000m, "Billion"), (1_000_000m, "Million"), (1_000m, "Thousand")];

    private static readonly Dictionary<string, decimal> Values = BuildValues();

    /// <summary>Every word a number can be made of, in lower case.</summary>
    public static IEnumerable<string> Words => Values.Keys.Select(word => word.ToLowerInvariant());

    public static string Write(decimal number, bool isOrdinal)
    {
        foreach (var (value, word) in Magnitudes)
        {
            if (number < value)
                continue;
            var rest = number % value;
            var head = $"{Write(decimal.Floor(number / value), false)} {word}";
            return head + Tail(rest, isOrdinal, rest < 100 ? " and " : ", ");
        }

        if (number >= 100)
        {
            var rest = number % 100;
            return $"{Small[(int)(number / 100)]} Hundred{Tail(rest, isOrdinal, " and ")}";
        }

        return BelowHundred((int)number, isOrdinal);
    }

    public static decimal Read(string text)
    {
        decimal total = 0, group = 0;
        var words = text.ToLowerInvariant().Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Where(word => word != "and"))
        {
            if (!Values.TryGetValue(word, out var value))
                throw new JsonataException("D3030");
            switch (value)
            {
                case < 100:
                    group += value;
                    break;
                case 100:
                    group *= 100;
                    break;
                default:
                    // "two thousand million": a magnitude after another multiplies what stands before it.
                    total = group == 0 ? Arithmetic.Checked(total, value, decimal.Multiply)
                        : Arithmetic.Checked(total, Arithmetic.Checked(group, value, decimal.Multiply), decimal.Add);
                    group = 0;
                    break;
            }
        }

        return total + group;
    }

    private static string Tail(decimal rest, bool isOrdinal, string joint) =>
        rest > 0 ? joint + Write(rest, isOrdinal) : isOrdinal ? "th" : string.Empty;

    private static string BelowHundred(int number, bool isOrdinal)
    {
        if (number < 20)
            return (isOrdinal ? SmallOrdinals : Small)[number];
        var tens = Tens[(number / 10) - 2];
        if (number % 10 > 0)
            return $"{tens}-{(isOrdinal ? SmallOrdinals : Small)[number % 10]}";
        return isOrdinal ? OrdinalOfTens(tens) : tens;
    }

    private static string OrdinalOfTens(string tens) => tens[..^1] + "ieth";

    private static Dictionary<string, decimal> BuildValues()
    {
        var values = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase) { ["hundred"] = 100, ["hundredth"] = 100 };
        for (var i = 0; i < Small.Length; i++)
            values[Small[i]] = values[SmallOrdinals[i]] = i;
        for (var i = 0; i < Tens.Length; i++)
            values[Tens[i]] = values[OrdinalOfTens(Tens[i])] = (i + 2) * 10;
        foreach (var (value, word) in Magnitudes)
            values[word] = values[word + "th"] = value;
        return values;
    }
}
