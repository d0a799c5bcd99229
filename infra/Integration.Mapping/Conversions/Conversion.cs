using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Conversions;

/// <summary>Turns a value of the source into the form the target needs; docs/mapping.md lists the kinds.</summary>
public abstract record Conversion
{
    private protected Conversion()
    {
    }

    /// <summary>What it reads from the record beside its value.</summary>
    internal virtual IEnumerable<JsonataExpression> Arguments => [];

    /// <summary>The tables of the pair that it cannot do without.</summary>
    internal virtual IEnumerable<string> Tables => [];

    /// <summary>
    /// Converts; throws <see cref="ConversionException"/>, and <see cref="UnmappedCodeException"/> where a row in a table would
    /// cure it. Numbers keep the decimals they are given here.
    /// </summary>
    internal abstract object? Convert(object value, ConversionContext context);
}
