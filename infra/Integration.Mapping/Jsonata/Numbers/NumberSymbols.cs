using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>The signs of a number picture (XPath and XQuery Functions 3.1, section 4.7.1), which the caller may replace.</summary>
internal sealed record NumberSymbols
{
    public string Decimal { get; private init; } = ".";

    public string Grouping { get; private init; } = ",";

    public string Exponent { get; private init; } = "e";

    public string Minus { get; private init; } = "-";

    public string Percent { get; private init; } = "%";

    public string PerMille { get; private init; } = "\u2030";

    public char Zero { get; private init; } = '0';

    public string Optional { get; private init; } = "#";

    public string Separator { get; private init; } = ";";

    public static NumberSymbols From(ObjectValue? options)
    {
        var defaults = new NumberSymbols();
        if (options is null)
            return defaults;
        string Given(string name, string otherwise) => options[name] is string { Length: > 0 } text ? text : otherwise;
        return new NumberSymbols
        {
            Decimal = Given("decimal-separator", defaults.Decimal),
            Grouping = Given("grouping-separator", defaults.Grouping),
            Exponent = Given("exponent-separator", defaults.Exponent),
            Minus = Given("minus-sign", defaults.Minus),
            Percent = Given("percent", defaults.Percent),
            PerMille = Given("per-mille", defaults.PerMille),
            Zero = Given("zero-digit", "0")[0],
            Optional = Given("digit", defaults.Optional),
            Separator = Given("pattern-separator", defaults.Separator),
        };
    }

    public bool IsDigit(char c) => c >= Zero && c <= Zero + 9;

    public bool IsPlace(char c) => IsDigit(c) || Optional.Contains(c, StringComparison.Ordinal);

    public bool IsActive(char c) => IsPlace(c) || Is(Decimal, c) || Is(Grouping, c) || Is(Exponent, c) || Is(Separator, c);

    public static bool Is(string symbol, char c) => symbol.Length == 1 && symbol[0] == c;

    /// <summary>Plain digits in this digit family.</summary>
    public string Localize(string digits) => Zero == '0' ? digits : string.Concat(digits.Select(c => (char)(c - '0' + Zero)));
}
