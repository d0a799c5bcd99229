namespace Integration.Mapping.Jsonata.Numbers;

/// <summary>How an integer picture writes a number.</summary>
internal enum IntegerForm
{
    Digits,
    Letters,
    Roman,
    Words,
    Sequence,
}
