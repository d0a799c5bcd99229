using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>Compares a property with a literal, as its type allows.</summary>
internal static class Comparison
{
    /// <summary>What an instant that was never set is.</summary>
    public static readonly DateTimeOffset NoDate = new(1900, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static Condition Read(Property property, string comparison, Token literal)
    {
        var name = property.Name;
        switch (property.Kind)
        {
            case EdmKind.String or EdmKind.Guid when literal.Kind == TokenKind.Text:
                return Text(name, comparison, literal.Text);
            case EdmKind.String or EdmKind.Guid when literal is { Kind: TokenKind.Name, Text: "null" }:
                return Text(name, comparison, "");
            case EdmKind.Enum when literal.Kind == TokenKind.Member:
                return Member(property, comparison, literal);
            case EdmKind.DateTimeOffset when literal.Kind == TokenKind.Literal && Instant(literal.Text) is { } instant:
                return new Condition(name, comparison, instant, row => Passes(comparison, (row.Instant(name) ?? NoDate).CompareTo(instant)));
            case EdmKind.Decimal or EdmKind.Int32 or EdmKind.Int64 when literal.Kind == TokenKind.Literal && decimal.TryParse(literal.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                return new Condition(name, comparison, number, row => Passes(comparison, row.Number(name).CompareTo(number)));
            default:
                throw FinanceFault.Query($"A binary operator with incompatible types was detected. Found operand types '{property.TypeName}' and '{TypeOf(literal)}' for operator kind '{Kind(comparison)}'.");
        }
    }

    private static Condition Text(string name, string comparison, string value)
    {
        if (value.Contains('*', StringComparison.Ordinal) && comparison is ("eq" or "ne"))
        {
            var pattern = new Regex($"^{Regex.Escape(value).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
            return new Condition(name, comparison, value, row => pattern.IsMatch(row.Text(name)) == (comparison == "eq"));
        }

        return new Condition(name, comparison, value, row => Passes(comparison, string.Compare(row.Text(name), value, StringComparison.OrdinalIgnoreCase)));
    }

    private static Condition Member(Property property, string comparison, Token literal)
    {
        if (literal.Type != property.TypeName || !property.Enum!.Has(literal.Text))
        {
            throw FinanceFault.Query($"The string '{literal.Type}'{literal.Text}'' is not a valid enumeration type constant.");
        }

        if (comparison is not ("eq" or "ne"))
        {
            throw FinanceFault.Query($"The operator '{comparison}' is not supported for enumerations.");
        }

        var (name, none) = (property.Name, property.Enum.Default);
        return new Condition(name, comparison, new EnumMember(literal.Text), row => ((row.Text(name) is { Length: > 0 } value ? value : none) == literal.Text) == (comparison == "eq"));
    }

    private static bool Passes(string comparison, int order) => comparison switch
    {
        "eq" => order == 0,
        "ne" => order != 0,
        "gt" => order > 0,
        "ge" => order >= 0,
        "lt" => order < 0,
        _ => order <= 0,
    };

    /// <summary>A day (its first moment) or an instant with its zone; null when the text is neither.</summary>
    public static DateTimeOffset? Instant(string text)
    {
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateTimeOffset(day, TimeSpan.Zero);
        }

        string[] forms = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK"];
        return (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 9)
            && DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;
    }

    private static string TypeOf(Token literal) => literal.Kind switch
    {
        TokenKind.Text => "Edm.String",
        TokenKind.Member => literal.Type,
        TokenKind.Literal when Instant(literal.Text) is not null => "Edm.DateTimeOffset",
        TokenKind.Literal => "Edm.Decimal",
        _ => "Edm.Null",
    };

    private static string Kind(string comparison) => comparison switch
    {
        "eq" => "Equal",
        "ne" => "NotEqual",
        "gt" => "GreaterThan",
        "ge" => "GreaterThanOrEqual",
        "lt" => "LessThan",
        _ => "LessThanOrEqual",
    };
}
