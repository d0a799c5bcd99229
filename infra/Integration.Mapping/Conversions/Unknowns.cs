namespace Integration.Mapping.Conversions;

/// <summary>Carries out <see cref="Unknown"/>.</summary>
internal static class Unknowns
{
    public static string? Answer(this Unknown unknown, string text, string problem) => unknown switch
    {
        Unknown.Keep => text,
        Unknown.Omit => null,
        _ => throw new ConversionException(problem),
    };
}
