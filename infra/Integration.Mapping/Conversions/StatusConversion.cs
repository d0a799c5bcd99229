using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Conversions;

/// <summary><c>status</c>: a short list of codes within the document, for what is the same in every pair.</summary>
public sealed record StatusConversion : Conversion
{
    /// <summary>Target value by source code.</summary>
    public required IReadOnlyDictionary<string, string> Map { get; init; }

    private static string CodeOf(object value) => value switch
    {
        string text => text,
        decimal number => NumberText.Plain(number),
        bool flag => flag ? "true" : "false",
        _ => throw new ConversionException($"{Masked.Describe(value)} is not a code."),
    };

    internal override object? Convert(object value, ConversionContext context) =>
        CodeOf(value) is var code && Map.TryGetValue(code, out var mapped) ? mapped : throw new UnmappedCodeException(null, code);
}
