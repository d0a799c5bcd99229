using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>One parameter of a signature.</summary>
internal sealed class SignatureParameter(string types)
{
    private readonly int _accepted = types.Aggregate(0, (mask, letter) => mask | Bit(letter));

    /// <summary>The letters of the types it takes; m is undefined.</summary>
    public string Types => types;

    public bool IsArray { get; init; }

    public string? Subtype { get; set; }

    public bool IsOptional { get; set; }

    public bool IsRepeated { get; set; }

    /// <summary>Left out, it is the context.</summary>
    public bool TakesContext { get; set; }

    public bool Accepts(object? value) => (_accepted & Bit(SymbolOf(value))) != 0;

    public object? Fit(object? value)
    {
        if (!IsArray || value is null)
            return value;
        if (Subtype is not null && !FitsSubtype(value))
            throw new JsonataException("T0412");
        return value as ArrayValue ?? ArrayValue.Of([value]);
    }

    public static char SymbolOf(object? value) => value switch
    {
        null => 'm',
        string => 's',
        decimal => 'n',
        bool => 'b',
        NullValue => 'l',
        ArrayValue => 'a',
        Function => 'f',
        _ => 'o',
    };

    private static int Bit(char letter) => letter is >= 'a' and <= 'z' ? 1 << (letter - 'a') : 0;

    private bool FitsSubtype(object value) =>
        value is ArrayValue array
            ? array.Items.TrueForAll(item => SymbolOf(item) == Subtype![0])
            : SymbolOf(value) == Subtype![0] && Subtype.Length == 1;
}
