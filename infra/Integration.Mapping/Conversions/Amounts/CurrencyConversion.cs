using Integration.Contracts.Amounts;

namespace Integration.Mapping.Conversions.Amounts;

/// <summary><c>currency</c>: an amount rounded to the minor units of its currency; without <see cref="Of"/>, a currency code in upper case.</summary>
public sealed record CurrencyConversion : Conversion
{
    /// <summary>The ISO 4217 code whose minor units the amount gets.</summary>
    public string? Of { get; init; }

    internal override object? Convert(object value, ConversionContext context)
    {
        if (Of is not null)
            return Numbers.WithDecimals(Numbers.Of(value), Currencies.MinorUnits(Of), MidpointRounding.AwayFromZero);
        var code = (value as string)?.Trim().ToUpperInvariant();
        return code is { Length: 3 } && code.All(char.IsAsciiLetterUpper)
            ? code
            : throw new ConversionException($"{Masked.Describe(value)} is not a currency code of three letters.");
    }
}
