namespace Integration.Mapping.Conversions;

/// <summary>Turns a value of the source into the form the target needs; docs/mapping.md lists the kinds.</summary>
public abstract record Conversion
{
    private protected Conversion()
    {
    }

    /// <summary>Converts; throws <see cref="ConversionException"/>. Numbers keep the decimals they are given here.</summary>
    internal abstract object? Convert(object value, ConversionContext context);
}
