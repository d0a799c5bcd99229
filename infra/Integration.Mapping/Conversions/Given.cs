using Integration.Mapping.Jsonata;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Conversions;

/// <summary>Reads values and arguments of conversions.</summary>
internal static class Given
{
    /// <summary>Text, without blanks at its ends; a number as text; an array of these joined by blanks.</summary>
    public static string Text(object value) => value switch
    {
        string text => text.Trim(),
        decimal number => NumberText.Plain(number),
        ArrayValue array => string.Join(' ', array.Items.Where(item => item is not (null or NullValue)).Select(item => Text(item!)).Where(text => text.Length > 0)),
        _ => throw new ConversionException($"{Masked.Describe(value)} is not text."),
    };

    /// <summary>The argument's text; empty where the record has none.</summary>
    public static string Text(this ConversionContext context, JsonataExpression? argument) =>
        argument is not null && context.ValueOf(argument) is { } value and not NullValue ? Text(value) : string.Empty;

    /// <summary>The argument's number.</summary>
    public static decimal Number(this ConversionContext context, JsonataExpression argument, string name) =>
        context.ValueOf(argument) is { } value and not NullValue ? Amounts.Numbers.Of(value) : throw new ConversionException($"the record has no '{name}'.");

    /// <summary>The argument's numbers; none where the record has none.</summary>
    public static IReadOnlyList<decimal> Numbers(this ConversionContext context, JsonataExpression argument) => context.ValueOf(argument) switch
    {
        null or NullValue => [],
        ArrayValue array => [.. array.Items.Where(item => item is not (null or NullValue)).Select(item => Amounts.Numbers.Of(item!))],
        { } value => [Amounts.Numbers.Of(value)],
    };

    /// <summary>The argument's ISO 4217 code.</summary>
    public static string Currency(this ConversionContext context, JsonataExpression argument)
    {
        var code = context.Text(argument).ToUpperInvariant();
        return code.Length == 3 && code.All(char.IsAsciiLetterUpper) ? code : throw new ConversionException("the record names no currency of three letters.");
    }
}
