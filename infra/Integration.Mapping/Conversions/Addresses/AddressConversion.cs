using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Conversions.Addresses;

/// <summary>
/// <c>address</c>: one of several lines into which a street (text, or an array of lines) is broken between words. What does
/// not fit in all lines together is a problem, never cut off.
/// </summary>
public sealed record AddressConversion : Conversion
{
    /// <summary>The line this rule writes, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>How many lines the target has.</summary>
    public required int Lines { get; init; }

    /// <summary>Characters of a line.</summary>
    public required int LineLength { get; init; }

    internal override object? Convert(object value, ConversionContext context)
    {
        var lines = Broken(Words(value));
        if (lines.Count > Lines)
            throw new ConversionException($"the address does not fit in {Lines} lines of {LineLength} characters.");
        return Line <= lines.Count ? lines[Line - 1] : null;
    }

    private static IEnumerable<string> Words(object value) => value switch
    {
        string text => text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
        ArrayValue array => array.Items.Where(item => item is not (null or NullValue)).SelectMany(item => Words(item!)),
        _ => throw new ConversionException($"{Masked.Describe(value)} is not an address line."),
    };

    private List<string> Broken(IEnumerable<string> words)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (word.Length > LineLength)
                throw new ConversionException($"a word of the address is longer than a line of {LineLength} characters.");
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= LineLength)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }
}
